package dev.idem.store.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.Claim;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completion;
import dev.idem.store.model.Comparison;
import dev.idem.store.model.Path;
import dev.idem.store.model.Reply;
import dev.idem.store.model.Step;
import dev.idem.store.model.Time;
import dev.idem.store.model.Verb;
import dev.idem.store.model.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The store in this process, driven along the paths of the model. A seed that fails is replayed by its number. */
final class CaffeineModelTest {

    private static final boolean LONG = Boolean.getBoolean("idem.long");

    @Test
    void everyShortPath_isAnsweredAsByTheModel() {
        Comparison comparison = new Comparison(CaffeineModelTest::drive).all(LONG ? 6 : 5);

        assertThat(comparison.difference()).as(comparison.toString()).isEmpty();
    }

    @Test
    void longPaths_areAnsweredAsByTheModel() {
        LongStream seeds = LongStream.range(0, LONG ? 1_000_000 : 50_000);
        Comparison comparison = new Comparison(CaffeineModelTest::drive).random(seeds, 20);

        assertThat(comparison.difference()).as(comparison.toString()).isEmpty();
    }

    private static List<List<Reply>> drive(List<Path> paths) {
        return paths.stream().map(path -> new Drive().along(path)).toList();
    }

    /** One record of a new store. */
    private static final class Drive {

        private static final RecordAddress ADDRESS = new RecordAddress("shop", null, "charge", "k");
        private static final long TICK_MICROS = Words.TICK.toNanos() / 1_000;

        private final ManualTicker ticker = new ManualTicker();
        private final CaffeineStore store = new CaffeineStore(1 << 20, ticker);
        private final Words words =
                new Words(micros -> Time.stamp((int) (micros / TICK_MICROS)) + (int) (micros % TICK_MICROS));

        List<Reply> along(Path path) {
            List<Reply> replies = new ArrayList<>();
            for (Step step : path.steps()) {
                if (step instanceof Step.Send send) {
                    replies.add(send(send.verb()));
                } else if (step instanceof Step.Find find) {
                    replies.add(words.of(now(store.find(ADDRESS, fingerprint(find.content())))));
                } else {
                    ticker.advance(Words.TICK);
                }
            }
            return replies;
        }

        private Reply send(Verb verb) {
            Claim claim = request(verb).granted(micros(verb.grant()));
            return switch (verb.kind()) {
                case CLAIM -> words.of(now(store.claim(request(verb))));
                case WITHDRAW -> words.of(now(store.withdraw(request(verb))));
                case START -> words.of(now(store.start(claim)));
                case RENEW -> words.of(now(store.renew(List.of(claim))).get(0));
                case RELEASE -> words.of(now(store.release(claim)));
                case COMPLETE -> words.of(now(store.complete(completion(claim, verb))));
                case EVICT -> words.of(now(store.evict(ADDRESS, Words.TICK.multipliedBy(Time.TTL))));
            };
        }

        private static ClaimRequest request(Verb verb) {
            return new ClaimRequest(
                    ADDRESS,
                    fingerprint(verb.content()),
                    "t" + verb.token(),
                    Words.TICK.multipliedBy(Time.LEASE),
                    Words.TICK.multipliedBy(Time.TTL),
                    true);
        }

        /** Ends just before its tick, so that a grant above the beginning of its own does not count. */
        private static Completion completion(Claim claim, Verb verb) {
            long ran = (long) (verb.end() - Time.TTL - Time.tick(verb.grant())) * TICK_MICROS - TICK_MICROS / 2;
            return new Completion(claim, Words.payload(verb.token()), Duration.ofNanos(ran * 1_000));
        }

        private static long micros(int stamp) {
            return Time.tick(stamp) * TICK_MICROS + Time.above(stamp);
        }

        private static Fingerprint fingerprint(int content) {
            return Fingerprint.of(new byte[] {(byte) content});
        }

        private static <T> T now(CompletionStage<T> stage) {
            return stage.toCompletableFuture().join();
        }
    }
}
