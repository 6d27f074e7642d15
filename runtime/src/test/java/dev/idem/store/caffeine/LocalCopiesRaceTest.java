package dev.idem.store.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.Payload;
import dev.idem.store.RecordedOutcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Copies that are made while their addresses are evicted, by two threads side by side: Caffeine hangs a model checker. */
final class LocalCopiesRaceTest {

    private static final int RACES = 2_000;
    private static final Fingerprint CONTENT = Fingerprint.of(new byte[] {1});
    private static final RecordedOutcome OUTCOME =
            new RecordedOutcome(new Payload(new byte[] {1}), Duration.ofHours(1));

    private final LocalCopies copies = new LocalCopies(1 << 30, Duration.ofMinutes(10), () -> 0);
    private final List<RecordAddress> addresses = IntStream.range(0, RACES)
            .mapToObj(race -> new RecordAddress("shop", null, "charge", "k" + race))
            .toList();
    private final AtomicInteger filler = new AtomicInteger();
    private final AtomicInteger evictor = new AtomicInteger();

    @Test
    void copies_ofOutcomesAskedForBeforeTheirEviction_areNotKept() {
        List<LocalCopies.Fill> fills = addresses.stream().map(copies::begin).toList();
        ExecutorService threads = Executors.newFixedThreadPool(2);

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(
                                () -> race(
                                        filler, evictor, race -> fills.get(race).put(CONTENT, OUTCOME)),
                                threads),
                        CompletableFuture.runAsync(
                                () -> race(
                                        evictor,
                                        filler,
                                        race -> copies.evict(addresses.get(race).text())),
                                threads))
                .join();
        threads.shutdown();

        assertThat(addresses)
                .allSatisfy(address ->
                        assertThat(copies.find(address.text(), CONTENT)).isEmpty());
    }

    /** Each race begins when both are there. */
    private static void race(AtomicInteger mine, AtomicInteger others, IntConsumer step) {
        for (int race = 0; race < RACES; race++) {
            mine.set(race + 1);
            while (others.get() <= race) {
                Thread.onSpinWait();
            }
            step.accept(race);
        }
    }
}
