package dev.idem.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.codec.ResultType;
import dev.idem.engine.CallKey;
import dev.idem.engine.CallOutcome;
import dev.idem.engine.Idempotency;
import dev.idem.engine.Operation;
import dev.idem.engine.OperationObserver;
import dev.idem.engine.PolicyOverrides;
import dev.idem.store.caffeine.CaffeineStore;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events of replays in traces. */
final class ReplayEventsTest {

    private static final Operation PAY = new Operation(
            "pay", "pay", List.of(), ResultType.of(String.class), PolicyOverrides.NONE, (arguments, out) -> {});

    private final List<String> seen = new ArrayList<>();
    private final ObservationRegistry registry = ObservationRegistry.create();
    private final ReplayEvents events = new ReplayEvents(registry);

    ReplayEventsTest() {
        registry.observationConfig().observationHandler(new Recorder());
    }

    @Test
    void replay_marksTheCurrentObservationWithoutTheResult() {
        Idempotency idempotency = Idempotency.builder()
                .store(new CaffeineStore(1 << 20))
                .observer(events)
                .build();
        Observation.createNotStarted("request", registry).observe(() -> call(idempotency));
        assertThat(seen).isEmpty();

        Observation.createNotStarted("request", registry).observe(() -> call(idempotency));
        assertThat(seen).containsExactly("request: idem.replayed / idem.replayed pay replayed.local");
    }

    private static String call(Idempotency idempotency) {
        try {
            return idempotency.call(CallKey.of("pay", "key"), String.class, () -> "secret");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void outcome_isAnEventIfItIsAReplay(CallOutcome outcome) {
        OperationObserver observer = events.observe(PAY);
        Observation.createNotStarted("request", registry).observe(() -> observer.answered(outcome));

        assertThat(seen).hasSize(outcome.isReplay() ? 1 : 0);
    }

    @Test
    void replayOutsideOfAnyObservation_isNoEvent() {
        events.observe(PAY).answered(CallOutcome.JOINED);

        assertThat(seen).isEmpty();
    }

    @Test
    void registryThatObservesNothing_costsNothing() {
        assertThat(new ReplayEvents(ObservationRegistry.NOOP).observe(PAY)).isEqualTo(OperationObserver.NONE);
    }

    /** Writes down each event with its observation. */
    private final class Recorder implements ObservationHandler<Observation.Context> {

        @Override
        public void onEvent(Observation.Event event, Observation.Context context) {
            seen.add(context.getName() + ": " + event.getName() + " / " + event.getContextualName());
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }
}
