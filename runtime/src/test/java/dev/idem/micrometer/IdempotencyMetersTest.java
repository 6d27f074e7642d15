package dev.idem.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.CallInProgressException;
import dev.idem.KeyConflictException;
import dev.idem.codec.ResultType;
import dev.idem.engine.CallKey;
import dev.idem.engine.CallObserver;
import dev.idem.engine.CallOutcome;
import dev.idem.engine.CallPolicy;
import dev.idem.engine.Idempotency;
import dev.idem.engine.Operation;
import dev.idem.engine.OperationObserver;
import dev.idem.engine.PolicyOverrides;
import dev.idem.engine.Saving;
import dev.idem.observe.CallStatistics;
import dev.idem.store.StoreCommand;
import dev.idem.store.caffeine.CaffeineStore;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The meters, in a registry. */
final class IdempotencyMetersTest {

    private static final Operation PAY = new Operation(
                    "pay", "pay", List.of(), ResultType.of(String.class), PolicyOverrides.NONE, (arguments, out) -> {})
            .withSavings(List.of(new Saving("length", result -> ((String) result).length())));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CallStatistics statistics = new CallStatistics();
    private final IdempotencyMeters meters = new IdempotencyMeters(statistics);
    private final CallObserver both = CallObserver.all(List.of(statistics, meters));

    private double count(IdempotencyMeter meter, String... tags) {
        return registry.get(meter.text()).tags(tags).functionCounter().count();
    }

    private Timer timer(IdempotencyMeter meter, String... tags) {
        return registry.get(meter.text()).tags(tags).timer();
    }

    @ParameterizedTest
    @EnumSource
    void outcome_isCountedByItsOperationAndName(CallOutcome outcome) {
        meters.bindTo(registry);
        both.observe(PAY).answered(outcome);

        for (CallOutcome any : CallOutcome.values()) {
            assertThat(count(IdempotencyMeter.CALLS, "operation", "pay", "outcome", any.text()))
                    .as(any.text())
                    .isEqualTo(any == outcome ? 1 : 0);
        }
    }

    @Test
    void timesAndEvents_haveTheirMeters() {
        meters.bindTo(registry);
        OperationObserver observer = both.observe(PAY);
        observer.ran(Duration.ofSeconds(3));
        observer.waited(Duration.ofSeconds(5));
        observer.lostLease();
        observer.ranTwice();
        observer.ranTwice();
        observer.spent("length", 7);
        observer.saved("length", 2.5);
        meters.answered("redis", StoreCommand.CLAIM, Duration.ofMillis(4));
        meters.failed("redis", StoreCommand.COMPLETE, Duration.ofMillis(9), new IllegalStateException());

        assertThat(timer(IdempotencyMeter.RUN, "operation", "pay").totalTime(TimeUnit.SECONDS))
                .isEqualTo(3);
        assertThat(timer(IdempotencyMeter.WAIT, "operation", "pay").totalTime(TimeUnit.SECONDS))
                .isEqualTo(5);
        assertThat(count(IdempotencyMeter.LEASES_LOST, "operation", "pay")).isEqualTo(1);
        assertThat(count(IdempotencyMeter.RUNS_DUPLICATE, "operation", "pay")).isEqualTo(2);
        assertThat(count(IdempotencyMeter.SPENT, "operation", "pay", "unit", "length"))
                .isEqualTo(7);
        assertThat(count(IdempotencyMeter.SAVED, "operation", "pay", "unit", "length"))
                .isEqualTo(2.5);
        assertThat(timer(IdempotencyMeter.STORE_COMMAND, "store", "redis", "command", "claim", "result", "answered")
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(4);
        assertThat(timer(IdempotencyMeter.STORE_COMMAND, "store", "redis", "command", "complete", "result", "failed")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void meters_areThoseThatAreDocumentedWithTheirTagsAndNoOthers() {
        meters.bindTo(registry);
        both.observe(PAY);
        meters.answered("redis", StoreCommand.CLAIM, Duration.ZERO);

        assertThat(registry.getMeters().stream()
                        .map(meter -> meter.getId().getName())
                        .collect(Collectors.toSet()))
                .isEqualTo(java.util.Arrays.stream(IdempotencyMeter.values())
                        .map(IdempotencyMeter::text)
                        .collect(Collectors.toSet()));
        for (IdempotencyMeter documented : IdempotencyMeter.values()) {
            Meter meter = registry.get(documented.text()).meter();
            assertThat(meter.getId().getTags().stream().map(Tag::getKey))
                    .containsExactlyInAnyOrderElementsOf(documented.tags().stream()
                            .map(IdempotencyMeter.Tag::key)
                            .toList());
            assertThat(meter.getId().getDescription()).isEqualTo(documented.description());
            assertThat(meter instanceof Timer).isEqualTo(documented.kind() == IdempotencyMeter.Kind.TIMER);
        }
    }

    @Test
    void registryBoundLater_showsWhatIsThereAlready() {
        both.observe(PAY).answered(CallOutcome.RUN);
        meters.bindTo(registry);

        assertThat(count(IdempotencyMeter.CALLS, "operation", "pay", "outcome", "run"))
                .isEqualTo(1);
    }

    @Test
    void operationDeclaredTwice_isOneSeries() {
        meters.bindTo(registry);
        both.observe(PAY).answered(CallOutcome.RUN);
        int series = registry.getMeters().size();
        both.observe(PAY.withShape(PAY.shape())).answered(CallOutcome.RUN);

        assertThat(count(IdempotencyMeter.CALLS, "operation", "pay", "outcome", "run"))
                .isEqualTo(2);
        assertThat(registry.getMeters()).hasSize(series);
    }

    @Test
    void calls_ofAnyKeyAndTenant_addNoSeries() throws Exception {
        meters.bindTo(registry);
        Idempotency idempotency = idempotency();
        idempotency.call(CallKey.of("pay", "first"), String.class, () -> "receipt");
        int series = registry.getMeters().size();
        for (int i = 0; i < 50; i++) {
            idempotency.forTenant("tenant " + i).call(CallKey.of("pay", "key-" + i), String.class, () -> "receipt");
        }

        assertThat(registry.getMeters()).hasSize(series);
        Set<String> operations = new TreeSet<>();
        registry.getMeters()
                .forEach(meter -> operations.add(String.valueOf(meter.getId().getTag("operation"))));
        assertThat(operations).containsExactly("pay");
    }

    @Test
    void realCalls_areCounted() throws Exception {
        meters.bindTo(registry);
        Idempotency idempotency = idempotency();
        idempotency.call(CallKey.of("pay", "k", "A"), String.class, () -> "receipt");
        idempotency.call(CallKey.of("pay", "k", "A"), String.class, () -> "never");
        assertThatThrownBy(() -> idempotency.call(CallKey.of("pay", "k", "B"), String.class, () -> "never"))
                .isInstanceOf(KeyConflictException.class);
        assertThatThrownBy(() -> idempotency.call(CallKey.of("pay", "broken"), String.class, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        idempotency.call(CallKey.of("pay", "outer"), String.class, () -> {
            Thread other = new Thread(() -> assertThatThrownBy(
                            () -> idempotency.call(CallKey.of("pay", "outer"), String.class, () -> "never"))
                    .isInstanceOf(CallInProgressException.class));
            other.start();
            other.join();
            return "receipt";
        });
        idempotency.bypass(() -> idempotency.call(CallKey.of("pay", "k", "B"), String.class, () -> "receipt"));

        assertThat(calls("run")).isEqualTo(2);
        assertThat(calls("replayed.local")).isEqualTo(1);
        assertThat(calls("conflict")).isEqualTo(1);
        assertThat(calls("failed")).isEqualTo(1);
        assertThat(calls("in_progress")).isEqualTo(1);
        assertThat(calls("bypassed")).isEqualTo(1);
        assertThat(timer(IdempotencyMeter.RUN, "operation", "pay").count()).isEqualTo(3);
    }

    private double calls(String outcome) {
        return count(IdempotencyMeter.CALLS, "operation", "pay", "outcome", outcome);
    }

    private Idempotency idempotency() {
        return Idempotency.builder()
                .store(new CaffeineStore(64 << 20))
                .policy(CallPolicy.DEFAULT.with(PolicyOverrides.NONE.withLockWait(Duration.ZERO)))
                .observer(both)
                .build();
    }
}
