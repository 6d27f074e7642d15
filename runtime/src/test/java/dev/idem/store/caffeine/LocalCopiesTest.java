package dev.idem.store.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.Completed;
import dev.idem.store.Payload;
import dev.idem.store.RecordedOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LocalCopiesTest {

    private static final Fingerprint CONTENT = Fingerprint.of(new byte[] {1});
    private static final RecordAddress ADDRESS = new RecordAddress("shop", null, "charge", "ik_1");
    private static final Duration LOCAL_TTL = Duration.ofMinutes(10);

    private final ManualTicker ticker = new ManualTicker();
    private final LocalCopies copies = new LocalCopies(100_000, LOCAL_TTL, ticker);

    @Test
    void copy_livesForTheRestOfItsOutcome_ifThatIsShorter() {
        copies.begin(ADDRESS).put(CONTENT, outcome(Duration.ofMinutes(1)));
        ticker.advance(Duration.ofSeconds(59));
        assertThat(isKnown()).isTrue();

        ticker.advance(Duration.ofSeconds(1));
        assertThat(isKnown()).isFalse();
    }

    @Test
    void copy_livesForTheLocalTtl_ifThatIsShorter() {
        copies.begin(ADDRESS).put(CONTENT, outcome(Duration.ofHours(1)));
        ticker.advance(LOCAL_TTL);

        assertThat(isKnown()).isFalse();
    }

    @Test
    void copy_ofAnOutcomeAskedForLongAgo_doesNotOutliveItsRecord() {
        LocalCopies.Fill fill = copies.begin(ADDRESS);
        ticker.advance(Duration.ofSeconds(50));
        fill.put(CONTENT, outcome(Duration.ofMinutes(1)));

        Completed copy = (Completed) copies.find(ADDRESS.text(), CONTENT).orElseThrow();
        assertThat(copy.outcome().rest()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void copy_askedForBeforeAnEviction_isNotKept() {
        LocalCopies.Fill fill = copies.begin(ADDRESS);
        copies.evict(ADDRESS.text());
        fill.put(CONTENT, outcome(Duration.ofMinutes(1)));

        assertThat(isKnown()).isFalse();
    }

    @Test
    void clear_forgetsCopiesAndThoseOnTheirWay() {
        copies.begin(ADDRESS).put(CONTENT, outcome(Duration.ofMinutes(1)));
        LocalCopies.Fill fill = copies.begin(ADDRESS);
        copies.clear();
        assertThat(isKnown()).isFalse();

        fill.put(CONTENT, outcome(Duration.ofMinutes(1)));
        assertThat(isKnown()).isFalse();
    }

    @Test
    void copy_askedForAfterAnEviction_isKept() {
        copies.evict(ADDRESS.text());
        copies.begin(ADDRESS).put(CONTENT, outcome(Duration.ofMinutes(1)));

        assertThat(isKnown()).isTrue();
    }

    @Test
    void copies_heavierThanAllowed_areDropped() {
        LocalCopies small = new LocalCopies(10_000, LOCAL_TTL, ticker);
        for (int i = 0; i < 1_000; i++) {
            RecordAddress address = new RecordAddress("shop", null, "charge", "ik_" + i);
            small.begin(address).put(CONTENT, outcome(Duration.ofMinutes(1)));
        }

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(known(small)).isBetween(1L, 40L));
    }

    private static long known(LocalCopies small) {
        return java.util.stream.IntStream.range(0, 1_000)
                .mapToObj(i -> new RecordAddress("shop", null, "charge", "ik_" + i))
                .filter(address -> small.find(address.text(), CONTENT).isPresent())
                .count();
    }

    private boolean isKnown() {
        return copies.find(ADDRESS.text(), CONTENT).isPresent();
    }

    private static RecordedOutcome outcome(Duration rest) {
        return new RecordedOutcome(new Payload(new byte[] {1}), rest);
    }
}
