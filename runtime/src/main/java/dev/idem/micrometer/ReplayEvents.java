package dev.idem.micrometer;

import dev.idem.engine.CallObserver;
import dev.idem.engine.CallOutcome;
import dev.idem.engine.Operation;
import dev.idem.engine.OperationObserver;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.EnumMap;
import java.util.Map;

/**
 * Marks the observation that is current on the thread of a replay, and with it the trace's span, with an event: the name
 * {@link #NAME}, the operation and the outcome, never what was replayed. Thread-safe.
 *
 * <p>A call that had to wait without a thread is answered on one of ours, where there is no current observation.
 */
public final class ReplayEvents implements CallObserver {

    /** The name of each event. */
    public static final String NAME = "idem.replayed";

    private final ObservationRegistry observations;

    /** Events in the observations of this registry. */
    public ReplayEvents(ObservationRegistry observations) {
        this.observations = observations;
    }

    @Override
    public OperationObserver observe(Operation operation) {
        if (observations.isNoop()) {
            return OperationObserver.NONE;
        }
        Map<CallOutcome, Observation.Event> events = new EnumMap<>(CallOutcome.class);
        for (CallOutcome outcome : CallOutcome.values()) {
            if (outcome.isReplay()) {
                events.put(outcome, Observation.Event.of(NAME, NAME + ' ' + operation.name() + ' ' + outcome.text()));
            }
        }
        return outcome -> mark(events, outcome);
    }

    private void mark(Map<CallOutcome, Observation.Event> events, CallOutcome outcome) {
        Observation.Event event = events.get(outcome);
        Observation current = event == null ? null : observations.getCurrentObservation();
        if (event != null && current != null) {
            current.event(event);
        }
    }
}
