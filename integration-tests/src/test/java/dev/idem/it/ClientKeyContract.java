package dev.idem.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.IdempotencyKeyException;
import dev.idem.KeyConflictException;
import dev.idem.MissingIdempotencyKeyException;
import dev.idem.key.IdempotencyKeyHeader;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that clients give: one key is one call, and with other content it is refused. */
public abstract class ClientKeyContract extends GuardedServiceContract<Cashier> {

    private final Work work;

    private ClientKeyContract(Work work) {
        super(Cashier.class, () -> new Cashier(work));
        this.work = work;
    }

    protected ClientKeyContract() {
        this(new Work());
    }

    @ParameterizedTest
    @EnumSource
    final void duplicate_withTheSameContent_getsTheFirstAnswer(StoreKind store) {
        try (Application application = start(store)) {
            Cashier cashier = serviceOf(application);
            assertThat(cashier.charge("k-1", "ada", 5)).isEqualTo("ada pays 5 #1");
            assertThat(cashier.charge("k-1", "ada", 5)).isEqualTo("ada pays 5 #1");
            assertThat(cashier.charge("k-2", "ada", 5)).isEqualTo("ada pays 5 #2");
        }
    }

    @ParameterizedTest
    @EnumSource
    final void sameKey_withOtherContent_isRefused(StoreKind store) {
        try (Application application = start(store)) {
            Cashier cashier = serviceOf(application);
            cashier.charge("k-1", "ada", 5);
            assertConflict(cashier);
            assertThat(cashier.charge("k-1", "ada", 5)).isEqualTo("ada pays 5 #1");
        }
        if (store.isShared()) {
            try (Application other = start(store)) {
                assertConflict(serviceOf(other));
                assertThat(serviceOf(other).charge("k-1", "ada", 5)).isEqualTo("ada pays 5 #1");
            }
        }
        assertThat(work.runs()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    final void sameKey_withOtherContent_isRefusedWhileTheFirstRuns(StoreKind store) throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        work.becomes(() -> {
            running.countDown();
            mayEnd.await();
            return "";
        });
        ExecutorService callers = Executors.newSingleThreadExecutor();
        try (Application application = start(store)) {
            Cashier cashier = serviceOf(application);
            Future<String> first = callers.submit(() -> cashier.charge("k-1", "ada", 5));
            running.await();
            assertConflict(cashier);
            mayEnd.countDown();
            assertThat(first.get()).isEqualTo("ada pays 5 #1");
        } finally {
            mayEnd.countDown();
            callers.shutdownNow();
        }
        assertThat(work.runs()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    final void header_inBothSpellings_isOneKey(StoreKind store) {
        try (Application application = start(store)) {
            Cashier cashier = serviceOf(application);
            String first = cashier.chargeByHeader(IdempotencyKeyHeader.parse("\"k-1\""), 5);
            assertThat(cashier.chargeByHeader(IdempotencyKeyHeader.parse("k-1"), 5))
                    .isEqualTo(first);
            assertThat(cashier.chargeByHeader(IdempotencyKeyHeader.parse("k-2"), 5))
                    .isNotEqualTo(first);
            assertThatExceptionOfType(KeyConflictException.class)
                    .isThrownBy(() -> cashier.chargeByHeader(IdempotencyKeyHeader.parse("k-1"), 6));
        }
    }

    @ParameterizedTest
    @EnumSource
    final void content_narrowedByPaths_isComparedByThemAlone(StoreKind store) {
        try (Application application = start(store)) {
            Cashier cashier = serviceOf(application);
            assertThat(cashier.chargeOrder("k-1", new Order("a", "first", /* draft= */ false)))
                    .isEqualTo("a #1");
            assertThat(cashier.chargeOrder("k-1", new Order("a", "second", /* draft= */ true)))
                    .isEqualTo("a #1");
            assertThatExceptionOfType(KeyConflictException.class)
                    .isThrownBy(() -> cashier.chargeOrder("k-1", new Order("b", "first", /* draft= */ false)));
        }
    }

    @Test
    final void sameKey_ofAnotherOperation_isAnotherCall() {
        try (Application application = start(StoreKind.LOCAL)) {
            Cashier cashier = serviceOf(application);
            UUID key = new UUID(1, 2);
            assertThat(cashier.chargeById(key, 5)).isEqualTo("5 #1");
            assertThat(cashier.charge(key.toString(), "ada", 5)).isEqualTo("ada pays 5 #2");
            assertThat(cashier.chargeById(key, 5)).isEqualTo("5 #1");
        }
    }

    @Test
    final void keyThatIsMissingOrMalformed_isRefusedBeforeAnythingRuns() {
        try (Application application = start(StoreKind.LOCAL)) {
            Cashier cashier = serviceOf(application);
            assertThatExceptionOfType(MissingIdempotencyKeyException.class)
                    .isThrownBy(() -> cashier.charge(null, "ada", 5));
            assertThatExceptionOfType(MissingIdempotencyKeyException.class)
                    .isThrownBy(() -> cashier.charge(" ", "ada", 5));
            assertThatExceptionOfType(MissingIdempotencyKeyException.class)
                    .isThrownBy(() -> cashier.chargeByHeader(null, 5));
            assertThatExceptionOfType(MissingIdempotencyKeyException.class)
                    .isThrownBy(() -> cashier.chargeById(null, 5));
            assertThatExceptionOfType(IdempotencyKeyException.class).isThrownBy(() -> cashier.charge("a b", "ada", 5));
            assertThatExceptionOfType(IdempotencyKeyException.class)
                    .isThrownBy(() -> cashier.charge("x".repeat(256), "ada", 5));
        }
        assertThat(work.runs()).isZero();
    }

    private static void assertConflict(Cashier cashier) {
        assertThatExceptionOfType(KeyConflictException.class).isThrownBy(() -> cashier.charge("k-1", "ada", 6));
        assertThatExceptionOfType(KeyConflictException.class).isThrownBy(() -> cashier.charge("k-1", "bob", 5));
    }
}
