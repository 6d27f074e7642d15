package dev.idem.store.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completion;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.KeptOutcome;
import dev.idem.store.Payload;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is tied to a copy is dropped with it, before whoever removes the copy goes on. */
final class KeptOutcomeTest {

    private static final Duration TTL = Duration.ofMinutes(5);
    private static final Fingerprint CONTENT = Fingerprint.of(new byte[] {1});
    private static final int WEIGHT = 100_000;

    private static final AtomicLong NOW = new AtomicLong();

    static Stream<IdempotencyStore> stores() {
        CaffeineStore shared = new CaffeineStore(64 << 20, NOW::get);
        return Stream.of(new CaffeineStore(WEIGHT, NOW::get), new TieredStore(shared, WEIGHT, TTL, NOW::get));
    }

    private final AtomicInteger dropped = new AtomicInteger();

    @ParameterizedTest
    @MethodSource("stores")
    void outcome_isKeptForItsContentOnly(IdempotencyStore store) {
        record(store, "1");
        assertThat(store.kept(address("1"), CONTENT)).isPresent();
        assertThat(store.kept(address("1"), Fingerprint.of(new byte[] {2}))).isEmpty();
        assertThat(store.kept(address("2"), CONTENT)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void evictedCopy_dropsWhatIsTied(IdempotencyStore store) {
        record(store, "1");
        tie(store, "1");
        store.evict(address("1"), TTL);
        assertThat(dropped).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void clearedCopy_dropsWhatIsTied(IdempotencyStore store) {
        record(store, "1");
        tie(store, "1");
        store.clear();
        assertThat(dropped).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void copy_whoseTimeIsOver_isNotCurrent(IdempotencyStore store) {
        record(store, "1");
        KeptOutcome kept = tie(store, "1");
        assertThat(kept.isCurrent()).isTrue();
        NOW.addAndGet(TTL.toNanos() - 1_000);
        assertThat(kept.isCurrent()).isTrue();
        NOW.addAndGet(1_000);
        assertThat(kept.isCurrent()).isFalse();
        assertThat(store.kept(address("1"), CONTENT)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void goneCopy_tiesNothing(IdempotencyStore store) {
        record(store, "1");
        KeptOutcome kept = store.kept(address("1"), CONTENT).orElseThrow();
        store.evict(address("1"), TTL);
        assertThat(kept.tie(dropped::incrementAndGet, 1)).isFalse();
        record(store, "2");
        KeptOutcome other = store.kept(address("2"), CONTENT).orElseThrow();
        store.clear();
        NOW.addAndGet(1_000);
        record(store, "2");
        assertThat(other.tie(dropped::incrementAndGet, 1)).isFalse();
        assertThat(dropped).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void tiedLater_takesThePlaceOfWhatWasTied(IdempotencyStore store) {
        record(store, "1");
        tie(store, "1");
        AtomicInteger second = new AtomicInteger();
        assertThat(store.kept(address("1"), CONTENT).orElseThrow().tie(second::incrementAndGet, 1))
                .isTrue();
        assertThat(dropped).hasValue(1);
        assertThat(second).hasValue(0);
    }

    @Test
    void copiesHeavyByWhatIsTied_makeRoom() {
        IdempotencyStore store = new TieredStore(new CaffeineStore(64 << 20, NOW::get), WEIGHT, TTL, NOW::get);
        for (int i = 0; i < 20; i++) {
            record(store, "" + i);
            store.kept(address("" + i), CONTENT)
                    .ifPresent(kept -> assertThat(kept.tie(dropped::incrementAndGet, WEIGHT / 4))
                            .isTrue());
        }
        Awaitility.await().untilAsserted(() -> assertThat(dropped).hasValueGreaterThanOrEqualTo(15));
    }

    @Test
    void fullStore_tiesNothing() {
        IdempotencyStore store = new CaffeineStore(WEIGHT, NOW::get);
        record(store, "1");
        assertThat(store.kept(address("1"), CONTENT).orElseThrow().tie(dropped::incrementAndGet, WEIGHT))
                .isFalse();
        tie(store, "1");
        assertThat(dropped).hasValue(0);
    }

    @Test
    void clearedStore_hasRoomAgain() {
        IdempotencyStore store = new CaffeineStore(/* maximumWeight= */ 2_000, NOW::get);
        for (int i = 0; i < 50; i++) {
            record(store, "1");
            tie(store, "1");
            store.clear();
        }
        assertThat(store.claim(request("2")).toCompletableFuture().join()).isInstanceOf(ClaimReply.Granted.class);
    }

    private KeptOutcome tie(IdempotencyStore store, String key) {
        KeptOutcome kept = store.kept(address(key), CONTENT).orElseThrow();
        assertThat(kept.tie(dropped::incrementAndGet, 100)).isTrue();
        return store.kept(address(key), CONTENT).orElseThrow();
    }

    private static void record(IdempotencyStore store, String key) {
        ClaimRequest request = request(key);
        ClaimReply.Granted granted =
                (ClaimReply.Granted) store.claim(request).toCompletableFuture().join();
        Claim claim = request.granted(granted.grant());
        store.complete(new Completion(claim, new Payload(new byte[] {1}), Duration.ZERO));
    }

    private static ClaimRequest request(String key) {
        return new ClaimRequest(address(key), CONTENT, "token", Duration.ofSeconds(30), TTL, false);
    }

    private static RecordAddress address(String key) {
        return new RecordAddress("shop", null, "charge", key);
    }
}
