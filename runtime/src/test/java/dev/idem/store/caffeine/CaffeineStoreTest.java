package dev.idem.store.caffeine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.StoreUnavailableException;
import dev.idem.key.RecordAddress;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.StoreContract;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CaffeineStoreTest extends StoreContract {

    private static final long ROOM_FOR_FEW = 2_000;

    private final ManualTicker ticker = new ManualTicker();
    private final CaffeineStore store = new CaffeineStore(64 << 20, ticker);

    /** So that a claim can be older than its TTL. */
    @BeforeEach
    void theStoreIsNotNew() {
        ticker.advance(Duration.ofDays(1));
    }

    @Override
    protected IdempotencyStore store() {
        return store;
    }

    @Override
    protected IdempotencyStore otherProcess() {
        return store;
    }

    @Override
    protected void pass(RecordAddress record, Duration time) {
        ticker.advance(time);
    }

    @Test
    void claim_full_isRefusedAndNothingLiveIsDropped() {
        CaffeineStore small = new CaffeineStore(ROOM_FOR_FEW, ticker);
        int granted = 0;
        while (granted < 100 && isGranted(small, granted)) {
            granted++;
        }

        assertThat(granted).isBetween(2, 10);
        assertThatThrownBy(() -> await(small.claim(requestFor(100))))
                .hasRootCauseInstanceOf(StoreUnavailableException.class)
                .hasStackTraceContaining("idem.local.maximum-weight");
        for (int i = 0; i < granted; i++) {
            assertThat(await(small.find(requestFor(i).address(), CONTENT))).isNotNull();
            assertThat(isGranted(small, i))
                    .as("the same token still owns record %d", i)
                    .isTrue();
        }
    }

    @Test
    void claim_fullOfEndedRecords_isGranted() {
        CaffeineStore small = new CaffeineStore(ROOM_FOR_FEW, ticker);
        for (int i = 0; i < 100 && isGranted(small, i); i++) {
            assertThat(i).isLessThan(99);
        }
        ticker.advance(LEASE.plus(TTL));

        assertThat(isGranted(small, 200)).isTrue();
    }

    @Test
    void claim_fullButReleased_isGranted() {
        CaffeineStore small = new CaffeineStore(ROOM_FOR_FEW, ticker);
        for (int i = 0; i < 1_000; i++) {
            ClaimReply.Granted reply = (ClaimReply.Granted) await(small.claim(requestFor(i)));
            Claim claim = requestFor(i).granted(reply.grant());
            assertThat(await(small.release(claim))).isTrue();
        }
    }

    private static boolean isGranted(CaffeineStore small, int number) {
        try {
            return await(small.claim(requestFor(number))) instanceof ClaimReply.Granted;
        } catch (java.util.concurrent.CompletionException refused) {
            return false;
        }
    }

    private static ClaimRequest requestFor(int number) {
        RecordAddress address = new RecordAddress("shop", null, "charge", "ik_" + number);
        return new ClaimRequest(address, CONTENT, "token" + number, LEASE, TTL, true);
    }
}
