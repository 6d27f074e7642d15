package dev.idem.micrometer;

import dev.idem.engine.CallObserver;
import dev.idem.engine.CallOutcome;
import dev.idem.engine.Operation;
import dev.idem.engine.OperationObserver;
import dev.idem.observe.CallStatistics;
import dev.idem.observe.OperationStatistics;
import dev.idem.store.StoreCommand;
import dev.idem.store.StoreObserver;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Shows what is counted, and times what is not, as the meters of {@link IdempotencyMeter}, in all registries that it is
 * bound to. Counters read {@link CallStatistics}, so a call that is replayed costs nothing more. Thread-safe.
 */
public final class IdempotencyMeters implements CallObserver, StoreObserver, MeterBinder {

    private final CompositeMeterRegistry meters = new CompositeMeterRegistry();
    private final CallStatistics statistics;

    /** Meters of what is counted there, bound to no registry yet. */
    public IdempotencyMeters(CallStatistics statistics) {
        this.statistics = statistics;
    }

    /** Shows all meters there, too; those that come later included. */
    @Override
    public void bindTo(MeterRegistry registry) {
        meters.add(registry);
    }

    @Override
    public OperationObserver observe(Operation operation) {
        Tags tags = Tags.of(IdempotencyMeter.Tag.OPERATION.key(), operation.name());
        count(statistics.observe(operation), tags);
        return new Timed(timer(IdempotencyMeter.RUN, tags), timer(IdempotencyMeter.WAIT, tags));
    }

    private void count(OperationStatistics counts, Tags operation) {
        for (CallOutcome outcome : CallOutcome.values()) {
            Tags tags = operation.and(IdempotencyMeter.Tag.OUTCOME.key(), outcome.text());
            counter(IdempotencyMeter.CALLS, counts, tags, those -> those.count(outcome));
        }
        counter(IdempotencyMeter.LEASES_LOST, counts, operation, OperationStatistics::lostLeases);
        counter(IdempotencyMeter.RUNS_DUPLICATE, counts, operation, OperationStatistics::duplicateRuns);
        for (String unit : counts.units()) {
            Tags tags = operation.and(IdempotencyMeter.Tag.UNIT.key(), unit);
            counter(IdempotencyMeter.SPENT, counts, tags, those -> those.spent().get(unit));
            counter(IdempotencyMeter.SAVED, counts, tags, those -> those.saved().get(unit));
        }
    }

    private void counter(
            IdempotencyMeter meter,
            OperationStatistics counts,
            Tags tags,
            ToDoubleFunction<OperationStatistics> value) {
        FunctionCounter.builder(meter.text(), counts, value)
                .description(meter.description())
                .tags(tags)
                .register(meters);
    }

    private Timer timer(IdempotencyMeter meter, Tags tags) {
        return Timer.builder(meter.text())
                .description(meter.description())
                .tags(tags)
                .register(meters);
    }

    @Override
    public void answered(String store, StoreCommand command, Duration time) {
        timer(store, command, "answered").record(time);
    }

    @Override
    public void failed(String store, StoreCommand command, Duration time, Throwable cause) {
        timer(store, command, "failed").record(time);
    }

    private Timer timer(String store, StoreCommand command, String result) {
        return timer(
                IdempotencyMeter.STORE_COMMAND,
                Tags.of(
                        IdempotencyMeter.Tag.STORE.key(),
                        store,
                        IdempotencyMeter.Tag.COMMAND.key(),
                        command.name().toLowerCase(Locale.ROOT),
                        IdempotencyMeter.Tag.RESULT.key(),
                        result));
    }

    /** Times one operation; its calls are counted elsewhere. */
    private record Timed(Timer runs, Timer waits) implements OperationObserver {

        @Override
        public void answered(CallOutcome outcome) {}

        @Override
        public void ran(Duration time) {
            runs.record(time);
        }

        @Override
        public void waited(Duration time) {
            waits.record(time);
        }
    }
}
