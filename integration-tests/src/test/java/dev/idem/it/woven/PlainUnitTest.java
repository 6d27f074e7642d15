package dev.idem.it.woven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.CallKey;
import dev.idem.engine.Idempotency;
import dev.idem.it.ShopService;
import dev.idem.it.Work;
import dev.idem.junit.IdempotencyExtension;
import dev.idem.junit.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A user's own unit test of a woven class, without any application. */
@ExtendWith(IdempotencyExtension.class)
final class PlainUnitTest {

    private final Work work = new Work();
    private final ShopService shop = new ShopService(work);

    @RepeatedTest(2)
    void test_beginsWithoutRecords() {
        assertThat(shop.stock("a")).isEqualTo(1);
        assertThat(shop.stock("a")).isEqualTo(1);
        assertThat(work.runs()).isEqualTo(1);
    }

    @Test
    void clock_thatIsMoved_endsRecords(TestClock clock) {
        shop.stock("a");
        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(shop.stock("a")).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(shop.stock("a")).isEqualTo(2);
    }

    @Test
    void callInCode_meetsTheSameRecords(Idempotency idempotency) throws Exception {
        CallKey key = CallKey.of("jobs.submit", "job-1");
        assertThat(idempotency.call(key, String.class, () -> "first")).isEqualTo("first");
        assertThat(idempotency.call(key, String.class, () -> "second")).isEqualTo("first");
        assertThat(idempotency.<Integer>bypass(() -> shop.stock("a") + shop.stock("a")))
                .isEqualTo(1 + 2);
    }
}
