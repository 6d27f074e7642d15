package dev.idem.sample.demo;

import dev.idem.sample.simulator.Simulator;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Plays every scene on one instance, then on two, and prints one table. */
public final class Demo {

    private static final int ALL_HOLD = 0;
    private static final int SOMETHING_FAILED = 1;

    private final Simulator simulator;
    private final Settings wishes;
    private final PrintStream out;
    private final List<Result> results = new ArrayList<>();

    private Demo(Simulator simulator, Settings wishes, PrintStream out) {
        this.simulator = simulator;
        this.wishes = wishes;
        this.out = out;
    }

    /**
     * Runs the demo.
     *
     * @param arguments settings for the gateways, such as {@code --idem.enabled=false}; they win over the demo's own
     * @return the exit code: 0 only if every verdict holds
     */
    public static int run(List<String> arguments, PrintStream out) {
        try (Simulator simulator = Simulator.start();
                SharedRedis redis = SharedRedis.start()) {
            Demo demo = new Demo(simulator, Settings.parse(arguments), out);
            demo.play(1, Settings.local(), Scenes.forOneInstance());
            demo.play(2, Settings.tiered(redis.address()), Scenes.forTwoInstances());
            new ResultTable(demo.results).print(out);
            return demo.results.stream().allMatch(Result::holds) ? ALL_HOLD : SOMETHING_FAILED;
        } catch (RuntimeException e) {
            out.println("The demo could not run: " + e.getMessage());
            return SOMETHING_FAILED;
        }
    }

    private void play(int instances, Settings store, List<Scene> scenes) {
        Settings settings = store.with(Settings.upstream(simulator.address()));
        try (Cast usual = Cast.start(instances, settings.with(wishes));
                Cast forgetful =
                        Cast.start(instances, settings.with(Settings.shortTtl()).with(wishes))) {
            out.println("Starting gateways: " + usual);
            usual.awaitReady();
            forgetful.awaitReady();
            for (Scene scene : scenes) {
                out.println("  " + scene.name());
                results.add(scene.play(scene.onShortTtl() ? forgetful : usual, simulator, step -> {}));
            }
        }
    }
}
