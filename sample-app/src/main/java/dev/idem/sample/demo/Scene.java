package dev.idem.sample.demo;

import dev.idem.sample.simulator.Bill;
import dev.idem.sample.simulator.Simulator;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * One thing that goes wrong in real life, and what must come of it.
 *
 * @param onShortTtl whether it is played where answers are forgotten after {@link Settings#SHORT_TTL}
 */
record Scene(String name, boolean onShortTtl, Script script) {

    static Scene of(String name, Script script) {
        return new Scene(name, false, script);
    }

    static Scene onShortTtl(String name, Script script) {
        return new Scene(name, true, script);
    }

    /** Plays it, and tells the onlooker each step. */
    Result play(Cast cast, Simulator simulator, Consumer<String> onlooker) {
        Bill before = simulator.bill();
        simulator.latency(Duration.ZERO);
        Stage stage = new Stage(cast, simulator, onlooker);
        Verdict verdict = verdict(stage);
        stage.client().awaitAll();
        return new Result(
                cast.toString(), name, stage.requests(), simulator.bill().since(before), verdict);
    }

    private Verdict verdict(Stage stage) {
        try {
            return Verdict.holds(script.play(stage));
        } catch (Stage.BrokenPromise e) {
            return Verdict.broken(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Verdict.broken("interrupted");
        } catch (Exception e) {
            return Verdict.broken(e.toString());
        }
    }

    /** Plays, and says in a few words what was shown; throws if a promise does not hold. */
    @FunctionalInterface
    interface Script {
        String play(Stage stage) throws Exception;
    }
}
