package dev.idem.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.idem.CallInProgressException;
import dev.idem.KeyConflictException;
import dev.idem.engine.Operation;
import dev.idem.key.CanonicalWriter;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.ClaimRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a guarded call does, whichever door it came through. */
@Timeout(30)
public abstract class InterceptionContract {

    private static final int CALLERS = 16;

    private Application application;
    private Shop shop;
    private Work work;

    /** Starts an application whose shop stands behind this door. */
    protected abstract Application startApplication();

    /** The shop behind this door. */
    protected Shop shopOf(Application application) {
        return application.bean(Shop.class);
    }

    @BeforeEach
    final void startShop() {
        application = startApplication();
        shop = shopOf(application);
        work = application.work();
    }

    @AfterEach
    protected final void stopApplication() {
        application.close();
    }

    @Test
    final void duplicate_getsFirstAnswer() {
        Receipt first = shop.charge("ada", 100);
        Receipt second = shop.charge("ada", 100);
        assertThat(first).isEqualTo(new Receipt("ada", 1, List.of(new Receipt.Line("charged", 100))));
        assertThat(second).isEqualTo(first);
        assertThat(work.runs()).isEqualTo(1);
    }

    @Test
    final void call_claimsOnce() {
        shop.charge("ada", 100);
        assertThat(application.store().claims()).isEqualTo(1);
    }

    @Test
    final void failedRun_isTriedAgainUnderTheSameClaim() {
        work.becomes(() -> {
            if (work.runs() < 3) {
                throw new IOException("cut");
            }
            return "";
        });
        assertThat(shop.persistent("a")).isEqualTo("a #3");
        assertThat(application.store().claims()).isEqualTo(1);
        assertThat(shop.persistent("a")).isEqualTo("a #3");
        assertThat(work.runs()).isEqualTo(3);
    }

    @Test
    final void otherArguments_areAnotherCall() {
        assertThat(shop.charge("ada", 100).run()).isEqualTo(1);
        assertThat(shop.charge("ada", 101).run()).isEqualTo(2);
        assertThat(shop.charge("bob", 100).run()).isEqualTo(3);
    }

    @Test
    final void concurrentDuplicates_runOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(CALLERS);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            Callable<Integer> call = () -> {
                together.await();
                return shop.charge("ada", 100).run();
            };
            List<Future<Integer>> answers = IntStream.range(0, CALLERS)
                    .mapToObj(i -> callers.submit(call))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(1);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(work.runs()).isEqualTo(1);
    }

    @Test
    final void duplicate_whileRunning_waitsForTheAnswer() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        work.becomes(() -> {
            running.countDown();
            mayEnd.await();
            return "";
        });
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> first = callers.submit(() -> shop.charge("ada", 100).run());
            running.await();
            Future<Integer> second =
                    callers.submit(() -> shop.charge("ada", 100).run());
            mayEnd.countDown();
            assertThat(first.get()).isEqualTo(1);
            assertThat(second.get()).isEqualTo(1);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    final void duplicate_thatMayNotWait_isRefused() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        work.becomes(() -> {
            running.countDown();
            mayEnd.await();
            return "";
        });
        ExecutorService callers = Executors.newSingleThreadExecutor();
        try {
            Future<String> first = callers.submit(() -> shop.impatient("a"));
            running.await();
            assertThatExceptionOfType(CallInProgressException.class).isThrownBy(() -> shop.impatient("a"));
            mayEnd.countDown();
            assertThat(first.get()).isEqualTo("a #1");
        } finally {
            callers.shutdownNow();
        }
    }

    static List<Throwable> failures() {
        return List.of(
                new PaymentException("refused"),
                new IllegalStateException("broken"),
                new InterruptedException("stopped"),
                new AssertionError("wrong"),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("failures")
    final void failure_passesUnchangedAndIsNotRemembered(Throwable failure) throws Exception {
        work.becomes(() -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        });
        assertThat(catchThrowable(() -> shop.chargeChecked("ada"))).isSameAs(failure);
        work.becomes(() -> "");
        assertThat(shop.chargeChecked("ada").run()).isEqualTo(2);
        assertThat(shop.chargeChecked("ada").run()).isEqualTo(2);
    }

    @Test
    final void failure_thatIsAnOutcome_isThrownAgain() {
        PaymentException refused = new PaymentException("refused");
        work.becomes(() -> {
            throw refused;
        });
        assertThat(catchThrowable(() -> shop.pay("ada"))).isSameAs(refused);
        work.becomes(() -> "");
        assertThat(catchThrowable(() -> shop.pay("ada")))
                .isExactlyInstanceOf(PaymentException.class)
                .hasMessage("refused")
                .isNotSameAs(refused);
        assertThat(work.runs()).isEqualTo(1);
    }

    @Test
    final void failure_besideTheOutcomes_isNotRemembered() throws Exception {
        work.becomes(() -> {
            throw new IllegalStateException("broken");
        });
        assertThat(catchThrowable(() -> shop.pay("ada"))).hasMessage("broken");
        work.becomes(() -> "");
        assertThat(shop.pay("ada")).isEqualTo(2);
    }

    @Test
    final void interruptFlag_setByMethod_isKept() {
        work.becomes(() -> {
            Thread.currentThread().interrupt();
            return "";
        });
        assertThat(shop.charge("ada", 100).run()).isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(shop.charge("ada", 100).run()).isEqualTo(1);
    }

    @Test
    final void result_void_isReplayed() {
        shop.ship("a");
        shop.ship("a");
        assertThat(work.runs()).isEqualTo(1);
    }

    @Test
    final void result_primitive_isReplayed() {
        assertThat(shop.stock("a")).isEqualTo(1);
        assertThat(shop.stock("a")).isEqualTo(1);
        assertThat(shop.open("a")).isFalse();
        assertThat(shop.open("a")).isFalse();
        assertThat(work.runs()).isEqualTo(2);
    }

    @Test
    final void result_null_isReplayed() {
        assertThat(shop.nothing("a")).isNull();
        assertThat(shop.nothing("a")).isNull();
        assertThat(work.runs()).isEqualTo(1);
    }

    @Test
    final void result_optional_isReplayed() {
        assertThat(shop.findNone("a")).isEmpty();
        assertThat(shop.findNone("a")).isEmpty();
        assertThat(shop.find("a")).isEqualTo(Optional.of("a #2"));
        assertThat(shop.find("a")).isEqualTo(Optional.of("a #2"));
    }

    @Test
    final void recordIf_false_runsAgain() {
        assertThat(shop.findAtLast("a")).isEmpty();
        assertThat(shop.findAtLast("a")).isEqualTo(Optional.of("a #2"));
        assertThat(shop.findAtLast("a")).isEqualTo(Optional.of("a #2"));
        assertThat(work.runs()).isEqualTo(2);
    }

    @Test
    final void result_listOfRecords_isReplayed() {
        List<Receipt> first = shop.receipts("ada");
        assertThat(first).containsExactly(new Receipt("ada", 1, List.of()));
        assertThat(shop.receipts("ada")).isEqualTo(first);
    }

    @Test
    final void unless_true_goesStraightThrough() {
        Order draft = new Order("a", "", /* draft= */ true);
        assertThat(shop.edit(draft)).isEqualTo("a #1");
        assertThat(shop.edit(draft)).isEqualTo("a #2");
        assertThat(application.store().claims()).isZero();
    }

    @Test
    final void unless_false_isGuarded() {
        Order order = new Order("a", "", /* draft= */ false);
        assertThat(shop.edit(order)).isEqualTo("a #1");
        assertThat(shop.edit(order)).isEqualTo("a #1");
    }

    @Test
    final void keyPath_nothingElseIsCompared() {
        assertThat(shop.submit(new Order("a", "first", /* draft= */ false))).isEqualTo("first #1");
        assertThat(shop.submit(new Order("a", "second", /* draft= */ true))).isEqualTo("first #1");
        assertThat(shop.submit(new Order("b", "first", /* draft= */ false))).isEqualTo("first #2");
    }

    @Test
    final void ignoredParameter_isNotCompared() {
        assertThat(shop.note("a", Instant.EPOCH)).isEqualTo("a #1");
        assertThat(shop.note("a", Instant.MAX)).isEqualTo("a #1");
    }

    @Test
    final void ttl_over_runsAgain() {
        assertThat(shop.brief("a")).isEqualTo("a #1");
        Awaitility.await().until(() -> shop.brief("a").equals("a #2"));
    }

    @Test
    final void sameKey_otherContent_isRefused() {
        Operation charge = new ShopService_IdempotentCalls()
                .operations().stream()
                        .filter(operation -> operation.name().equals("shop.charge"))
                        .findFirst()
                        .orElseThrow();
        CanonicalWriter content = new CanonicalWriter();
        charge.content().write(new Object[] {"ada", 100L}, content);
        String key = Fingerprint.of(content.toBytes()).derivedKey();
        application
                .store()
                .claim(new ClaimRequest(
                        new RecordAddress("-", /* tenant= */ null, "shop.charge", key),
                        new Fingerprint("jcs-sha256:of something else"),
                        "another owner",
                        Duration.ofSeconds(30),
                        Duration.ofHours(1),
                        /* waits= */ false));
        assertThatExceptionOfType(KeyConflictException.class).isThrownBy(() -> shop.charge("ada", 100));
        assertThat(work.runs()).isZero();
    }
}
