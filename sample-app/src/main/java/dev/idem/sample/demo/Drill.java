package dev.idem.sample.demo;

import dev.idem.sample.simulator.Simulator;
import java.util.function.Consumer;

/** The scene in which a gateway is killed while the model answers it, for whoever wants to look on. */
public final class Drill {

    private Drill() {}

    /**
     * Starts two gateways on one Redis, with a model of their own, and plays the scene on them. Takes some ten seconds.
     *
     * @param onlooker is told each step in a sentence, on this thread
     * @throws IllegalStateException if a Redis or a gateway cannot be started
     */
    public static Result play(Consumer<String> onlooker) {
        onlooker.accept("Two gateways start. They share a Redis.");
        try (Simulator simulator = Simulator.start();
                SharedRedis redis = SharedRedis.start();
                Cast cast =
                        Cast.start(2, Settings.tiered(redis.address()).with(Settings.upstream(simulator.address())))) {
            cast.awaitReady();
            return Scenes.KILL.play(cast, simulator, onlooker);
        }
    }
}
