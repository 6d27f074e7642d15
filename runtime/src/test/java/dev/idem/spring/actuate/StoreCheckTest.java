package dev.idem.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.observe.StorePulse;
import dev.idem.spring.health.StoreCheck;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.ObservedStore;
import dev.idem.store.RecordView;
import dev.idem.store.StoreCommand;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** When the health of a store is asked for, and what is said of it. */
final class StoreCheckTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final StorePulse pulse = new StorePulse(now::get);
    private CompletionStage<RecordView> answer = CompletableFuture.completedStage(RecordView.ABSENT);
    private final IdempotencyStore store = new ObservedStore("redis", store(), pulse);
    private final StoreHealthIndicator indicator =
            new StoreHealthIndicator(new StoreCheck(() -> Map.of("redis", store), pulse));

    private IdempotencyStore store() {
        return (IdempotencyStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {IdempotencyStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("timeout")) {
                        return Duration.ofMillis(50);
                    }
                    assertThat(method.getName()).isEqualTo("look");
                    asked.incrementAndGet();
                    return answer;
                });
    }

    @Test
    void storeThatAnswers_isUpAndNotAskedAgainSoon() {
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
        assertThat(indicator.health().getDetails()).containsExactly(Map.entry("redis", "answers"));
        assertThat(asked).hasValue(1);

        now.addAndGet(Duration.ofSeconds(6).toNanos());
        indicator.health();
        assertThat(asked).hasValue(2);
    }

    @Test
    void storeThatAnsweredACall_isNotAsked() {
        pulse.answered("redis", StoreCommand.CLAIM, Duration.ZERO);

        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
        assertThat(asked).hasValue(0);
    }

    @Test
    void storeThatFailedACall_isAskedHowItIsNow() {
        pulse.answered("redis", StoreCommand.CLAIM, Duration.ZERO);
        pulse.failed("redis", StoreCommand.CLAIM, Duration.ZERO, new IllegalStateException());

        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
        assertThat(asked).hasValue(1);
    }

    @Test
    void storeThatFails_isDownUntilItAnswers() {
        answer = CompletableFuture.failedStage(new IllegalStateException("gone"));
        Health health = indicator.health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("redis", "does not answer");
        assertThat(health.getDetails().get("error").toString()).contains("gone");

        answer = CompletableFuture.completedStage(RecordView.ABSENT);
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void storeThatGivesNoAnswer_isDownAfterItsTimeOut() {
        answer = new CompletableFuture<>();

        assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void storeThatCannotBeLookedAt_isAlive() {
        answer = CompletableFuture.failedStage(new UnsupportedOperationException());

        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void storesOfThisProcess_areUp() {
        StoreCheck check = new StoreCheck(Map::of, pulse);

        assertThat(check.check().failure()).isEmpty();
        assertThat(new StoreHealthIndicator(check).health().getDetails()).containsOnlyKeys("local");
        assertThat(Optional.of(new StoreHealthIndicator(check).health().getStatus()))
                .hasValue(Status.UP);
    }
}
