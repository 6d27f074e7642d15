package dev.idem.engine;

import static dev.idem.engine.EngineTestBench.LEASE;
import static dev.idem.engine.EngineTestBench.TTL;
import static dev.idem.engine.EngineTestBench.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.IdempotencyKeyException;
import dev.idem.KeyConflictException;
import dev.idem.MissingIdempotencyKeyException;
import dev.idem.key.RecordAddress;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completed;
import dev.idem.store.Conflict;
import dev.idem.store.caffeine.TieredStore;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that clients give: what they must look like, what they tell apart, and where the rest of a call is compared. */
final class ClientKeyTest {

    private final EngineTestBench bench = new EngineTestBench();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void call_withTheSameKeyAndContent_isReplayed() throws Throwable {
        assertThat(pay("k-1", "A")).isEqualTo("receipt 1");
        assertThat(pay("k-1", "A")).isEqualTo("receipt 1");
        assertThat(pay("k-2", "A")).isEqualTo("receipt 2");
    }

    @Test
    void call_withoutContent_isKnownByItsKeyAlone() throws Throwable {
        assertThat(pay("k-1", null)).isEqualTo("receipt 1");
        assertThat(pay("k-1", null)).isEqualTo("receipt 1");
    }

    @Test
    void key_isTheLastPartOfTheAddressAsItCame() throws Throwable {
        pay("a:b/{c}", "A");

        assertThat(bench.shared
                        .find(address("a:b/{c}"), fingerprint("A"))
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(Completed.class);
        assertThat(address("a:b/{c}").text()).isEqualTo("idem:shop:-:pay:a%3Ab%2F%7Bc%7D");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\n"})
    void key_thatIsNotThere_isRefusedBeforeAnyLookUp(@Nullable String key) {
        assertThatThrownBy(() -> pay(key, "A"))
                .isInstanceOf(MissingIdempotencyKeyException.class)
                .hasMessage("pay was refused: its client gave no idempotency key. Send one key with a call and all its"
                        + " repeats, and another key with each new call.");
        assertThat(runs).hasValue(0);
        assertThat(bench.tokens).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", " a", "a\n", "a\u007f", "\u00e9", "\ud83d\ude00", "\ud83d", "a\u0000"})
    void key_withOtherThanVisibleAscii_isRefusedBeforeAnyLookUp(String key) {
        assertMalformed(key);
    }

    @Test
    void key_of256Characters_isRefusedAnd255AreNot() throws Throwable {
        assertMalformed("k".repeat(256));
        assertThat(pay("~!".repeat(127) + "k", "A")).isEqualTo("receipt 1");
    }

    @Test
    void sameKeyForOtherContent_afterCompletion_isAConflict() throws Throwable {
        pay("k-1", "A");

        assertConflict("k-1", "B");
        assertConflict("k-1", null);
        assertThat(pay("k-1", "A")).isEqualTo("receipt 1");
    }

    @Test
    void sameKeyForOtherContent_inProgressInThisProcess_isAConflict() throws Throwable {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Object> first = new CompletableFuture<>();
        bench.threads.execute(() -> complete(first, () -> {
            begun.countDown();
            end.await();
            return receipt();
        }));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        assertConflict("k-1", "B");
        end.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("receipt 1");
    }

    @Test
    void sameKeyForOtherContent_inProgressElsewhere_isAConflict() {
        bench.shared.claim(foreign("k-1", "A")).toCompletableFuture().join();

        assertConflict("k-1", "B");
    }

    @Test
    void sameKeyForOtherContent_completedElsewhere_isAConflict() throws Throwable {
        pay(bench.engine(bench.shared), "k-1", "A");

        assertConflict("k-1", "B");
    }

    @Test
    void sameKeyForOtherContent_inTheLocalCopies_isAConflict() throws Throwable {
        try (TieredStore tiered = new TieredStore(bench.shared, 1 << 20, TTL)) {
            IdempotencyEngine engine = bench.engine(tiered);
            pay(engine, "k-1", "A");

            assertThat(tiered.peek(address("k-1"), fingerprint("B"))).containsInstanceOf(Conflict.class);
            assertThatThrownBy(() -> pay(engine, "k-1", "B")).isInstanceOf(KeyConflictException.class);
            assertThat(runs).hasValue(1);
        }
    }

    @Test
    void sameKeyOfAnotherTenant_isAnotherCall() throws Throwable {
        bench.tenant = Optional.of("one");
        assertThat(pay("k-1", "A")).isEqualTo("receipt 1");
        bench.tenant = Optional.of("two");
        assertThat(pay("k-1", "B")).isEqualTo("receipt 2");
        bench.tenant = Optional.of("one");
        assertThat(pay("k-1", "A")).isEqualTo("receipt 1");
    }

    private void assertMalformed(String key) {
        assertThatThrownBy(() -> pay(key, "A"))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessage(
                        "pay was refused: its idempotency key is not 1 to 255 visible ASCII characters. Send a UUID,"
                                + " for example.");
        assertThat(runs).hasValue(0);
        assertThat(bench.tokens).hasValue(0);
    }

    private void assertConflict(String key, @Nullable String content) {
        int before = runs.get();
        assertThatThrownBy(() -> pay(key, content)).isInstanceOf(KeyConflictException.class);
        assertThat(runs).hasValue(before);
    }

    private void complete(CompletableFuture<Object> answer, Invocation invocation) {
        try {
            answer.complete(
                    bench.engine.execute(EngineTestBench.keyedOperation(), new Object[] {"k-1", "A"}, invocation));
        } catch (Throwable failure) {
            answer.completeExceptionally(failure);
        }
    }

    private Object pay(@Nullable String key, @Nullable String content) throws Throwable {
        return pay(bench.engine, key, content);
    }

    private Object pay(IdempotencyEngine engine, @Nullable String key, @Nullable String content) throws Throwable {
        return engine.execute(EngineTestBench.keyedOperation(), new @Nullable Object[] {key, content}, this::receipt);
    }

    private Object receipt() {
        return "receipt " + runs.incrementAndGet();
    }

    private static RecordAddress address(String key) {
        return new RecordAddress("shop", null, "pay", key);
    }

    private static ClaimRequest foreign(String key, String content) {
        return new ClaimRequest(address(key), fingerprint(content), "foreign", LEASE, TTL, false);
    }
}
