package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BreakerTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final ManualTimer timer = new ManualTimer();
    private final Breaker breaker = new Breaker(timer, TIMEOUT);

    private void fail(Breaker which, Duration after) {
        long sent = timer.nanoTime();
        timer.advance(after);
        which.failed(sent);
    }

    @Test
    void breaker_afterThreeCostlyFailures_letsOneThroughInEachSecond() {
        for (int i = 0; i < 3; i++) {
            assertThat(breaker.allows()).isTrue();
            fail(breaker, TIMEOUT);
        }

        assertThat(breaker.allows()).isFalse();
        timer.advance(Duration.ofSeconds(1));
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isFalse();
        fail(breaker, TIMEOUT);
        assertThat(breaker.allows()).as("the second begins with the failure").isFalse();
        timer.advance(Duration.ofSeconds(1));
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void breaker_afterAnAnswer_forgetsTheFailures() {
        fail(breaker, TIMEOUT);
        fail(breaker, TIMEOUT);
        breaker.answered();
        fail(breaker, TIMEOUT);
        fail(breaker, TIMEOUT);

        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void breaker_forQuickErrors_staysOpenToAll() {
        for (int i = 0; i < 10; i++) {
            fail(breaker, TIMEOUT.dividedBy(2).minusNanos(1));
        }

        assertThat(breaker.allows())
                .as("an answer that is an error costs nothing")
                .isTrue();
    }

    @Test
    void breaker_ofAStoreInThisProcess_neverCloses() {
        Breaker local = new Breaker(timer, Duration.ZERO);
        for (int i = 0; i < 10; i++) {
            fail(local, Duration.ofSeconds(5));
        }

        assertThat(local.allows()).isTrue();
    }
}
