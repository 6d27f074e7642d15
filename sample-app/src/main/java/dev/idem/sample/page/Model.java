package dev.idem.sample.page;

import dev.idem.sample.simulator.Bill;
import dev.idem.sample.simulator.Fault;
import dev.idem.sample.simulator.Simulator;
import java.time.Duration;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The simulated model behind the gateway, as the page sees and disturbs it. Thread-safe. */
@Component
final class Model {

    private final @Nullable Simulator simulator;

    Model(ObjectProvider<Simulator> simulator) {
        this.simulator = simulator.getIfAvailable();
    }

    /**
     * What the next calls meet.
     *
     * @param latencyMillis how long the model takes for an answer
     * @param failures how many of the next calls fail
     */
    record Weather(long latencyMillis, int failures) {

        private static final long LONGEST = 60_000;
        private static final int MOST = 10;

        boolean isFair() {
            return latencyMillis >= 0 && latencyMillis <= LONGEST && failures >= 0 && failures <= MOST;
        }
    }

    Bill bill() {
        return simulator().bill();
    }

    Weather weather() {
        return new Weather(simulator().latency().toMillis(), simulator().planned());
    }

    /** Sets the latency, and lets further calls fail. */
    void change(Weather weather) {
        simulator().latency(Duration.ofMillis(weather.latencyMillis()));
        Fault[] faults =
                Collections.nCopies(weather.failures(), Fault.OVERLOADED).toArray(Fault[]::new);
        simulator().failNext(faults);
    }

    private Simulator simulator() {
        if (simulator == null) {
            throw new NoSimulatorException();
        }
        return simulator;
    }
}
