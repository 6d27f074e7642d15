package dev.idem.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.IdempotentCall;
import dev.idem.Retry;
import dev.idem.junit.IdempotencyExtension;
import dev.idem.junit.TestClock;
import dev.idem.spring.IdempotencyAutoConfiguration;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The five things that everybody expects of a call that is safe to repeat; each is a test that a user could write. */
@SpringBootTest(
        properties = "idem.store=local",
        classes = {IdempotencyAutoConfiguration.class, FiveScenariosTest.Shop.class})
@ExtendWith(IdempotencyExtension.class)
@Timeout(60)
class FiveScenariosTest {

    @Autowired
    private Payments payments;

    @Autowired
    private Bank bank;

    @BeforeEach
    void openBank() {
        bank.reset();
    }

    @Test
    void sameKey_returnsTheRecordedAnswer() {
        Receipt first = payments.charge(new Charge("order-1", 100));
        Receipt second = payments.charge(new Charge("order-1", 100));

        assertThat(second).isEqualTo(first);
        assertThat(bank.requests()).isEqualTo(1);
    }

    @Test
    void differentKeys_areIndependent() {
        Receipt one = payments.charge(new Charge("order-1", 100));
        Receipt other = payments.charge(new Charge("order-2", 100));

        assertThat(other).isNotEqualTo(one);
        assertThat(bank.requests()).isEqualTo(2);
    }

    @Test
    void expiredKey_runsAfresh(TestClock clock) {
        Receipt first = payments.charge(new Charge("order-1", 100));
        clock.advance(Duration.ofDays(7));
        Receipt second = payments.charge(new Charge("order-1", 100));

        assertThat(second).isNotEqualTo(first);
        assertThat(bank.requests()).isEqualTo(2);
    }

    @Test
    void errorThatMustNotBeRetried_isNot() {
        assertThatThrownBy(() -> payments.charge(new Charge("order-1", -100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A negative amount");
        assertThat(bank.requests()).isEqualTo(1);
    }

    @Test
    void concurrentDuplicates_serialise() throws Exception {
        bank.pause();
        CompletableFuture<Receipt> first = chargeInBackground();
        bank.awaitRequest();
        CompletableFuture<Receipt> second = chargeInBackground();
        bank.goOn();

        assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(first.get(30, TimeUnit.SECONDS));
        assertThat(bank.requests()).isEqualTo(1);
    }

    private CompletableFuture<Receipt> chargeInBackground() {
        return CompletableFuture.supplyAsync(() -> payments.charge(new Charge("order-1", 100)));
    }

    record Charge(String order, int cents) {}

    record Receipt(int number, String order) {}

    /** The guarded service. */
    static class Payments {

        private final Bank bank;

        Payments(Bank bank) {
            this.bank = bank;
        }

        @IdempotentCall(operation = "scenarios.charge", ttl = "7d", retry = @Retry(maxAttempts = 3))
        Receipt charge(Charge charge) {
            return bank.take(charge);
        }
    }

    /** What must not be asked twice. */
    static class Bank {

        private final AtomicInteger requests = new AtomicInteger();
        private volatile CountDownLatch requested = new CountDownLatch(1);
        private volatile CountDownLatch open = new CountDownLatch(0);

        Receipt take(Charge charge) {
            int number = requests.incrementAndGet();
            requested.countDown();
            await(open);
            if (charge.cents() < 0) {
                throw new IllegalArgumentException("A negative amount");
            }
            return new Receipt(number, charge.order());
        }

        int requests() {
            return requests.get();
        }

        void reset() {
            requests.set(0);
            requested = new CountDownLatch(1);
            open = new CountDownLatch(0);
        }

        void pause() {
            open = new CountDownLatch(1);
        }

        void goOn() {
            open.countDown();
        }

        void awaitRequest() {
            await(requested);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The application: two beans, and a clock that the tests move. */
    @TestConfiguration(proxyBeanMethods = false)
    @Import({Payments.class, Bank.class})
    static class Shop {

        @Bean
        TestClock clock() {
            return new TestClock();
        }
    }
}
