package dev.idem.store.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.idem.StoreUnavailableException;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completed;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.FindReply;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.KeptOutcome;
import dev.idem.store.Payload;
import dev.idem.store.RecordView;
import dev.idem.store.WakeUps;
import dev.idem.store.caffeine.LocalRecord.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A store in this process: duplicates on other nodes are not seen. It never drops a live record: when it is full it
 * refuses new claims with {@link StoreUnavailableException} until records have ended. Thread-safe.
 */
public final class CaffeineStore implements IdempotencyStore {

    private final long maximumWeight;
    private final Ticker ticker;
    private final StoreClock coarse;
    private final long origin;
    private final AtomicLong weight = new AtomicLong();
    private final Cache<RecordAddress, LocalRecord> records;
    private final WakeUps wakeUps = new WakeUps();

    /**
     * An empty store.
     *
     * @param maximumWeight about how many bytes the records may occupy
     */
    public CaffeineStore(long maximumWeight) {
        this(maximumWeight, System::nanoTime, new CoarseClock());
    }

    /**
     * An empty store with its own time.
     *
     * @param maximumWeight about how many bytes the records may occupy
     */
    public CaffeineStore(long maximumWeight, StoreClock clock) {
        this(maximumWeight, clock, clock);
    }

    private CaffeineStore(long maximumWeight, StoreClock clock, StoreClock coarse) {
        this.maximumWeight = maximumWeight;
        this.ticker = clock::nanoTime;
        this.coarse = coarse;
        this.origin = clock.nanoTime();
        this.records = Caffeine.newBuilder()
                .ticker(ticker)
                .executor(Runnable::run)
                .expireAfter(new UntilEnd<RecordAddress, LocalRecord>(this::nanosLeft))
                .removalListener(this::forget)
                .build();
    }

    @Override
    public CompletionStage<ClaimReply> claim(ClaimRequest request) {
        if (isFull() && records.getIfPresent(request.address()) == null) {
            return CompletableFuture.failedStage(new StoreUnavailableException(
                    "the local store is full; raise idem.local.maximum-weight, shorten the TTLs, or use Redis"));
        }
        return change(request.address(), record -> record.claim(request, now()));
    }

    @Override
    public CompletionStage<Boolean> withdraw(ClaimRequest request) {
        return change(request.address(), record -> record.withdraw(request.token()));
    }

    @Override
    public CompletionStage<Boolean> start(Claim claim) {
        return change(claim.address(), record -> record.start(claim, now()));
    }

    @Override
    public CompletionStage<List<Boolean>> renew(List<Claim> claims) {
        return CompletableFuture.completedStage(claims.stream()
                .map(claim -> apply(claim.address(), record -> record.renew(claim, now())))
                .toList());
    }

    @Override
    public CompletionStage<CompletionReply> complete(Completion completion) {
        return change(completion.claim().address(), record -> record.complete(completion, now()));
    }

    @Override
    public CompletionStage<Boolean> release(Claim claim) {
        return change(claim.address(), record -> record.release(claim));
    }

    @Override
    public CompletionStage<FindReply> find(RecordAddress address, Fingerprint fingerprint) {
        return CompletableFuture.completedStage(look(address, fingerprint));
    }

    @Override
    public CompletionStage<RecordView> look(RecordAddress address) {
        LocalRecord record = records.getIfPresent(address);
        return CompletableFuture.completedStage((record == null ? FreeRecord.ABSENT : record).look(now()));
    }

    @Override
    public CompletionStage<Boolean> evict(RecordAddress address, Duration ttl) {
        return change(address, record -> record.evict(LocalRecord.micros(ttl), now()));
    }

    @Override
    public void clear() {
        records.asMap().keySet().forEach(this::remove);
    }

    @Override
    public Subscription subscribe(RecordAddress address, Runnable listener) {
        return wakeUps.subscribe(address.text(), listener);
    }

    @Override
    public Optional<FindReply> peek(RecordAddress address, Fingerprint fingerprint) {
        return look(address, fingerprint) instanceof Completed completed ? Optional.of(completed) : Optional.empty();
    }

    @Override
    public Optional<KeptOutcome> kept(RecordAddress address, Fingerprint fingerprint) {
        return records.getIfPresent(address) instanceof CompletedRecord completed
                        && completed.fingerprint().equals(fingerprint)
                ? Optional.of(new Kept(address, completed))
                : Optional.empty();
    }

    private FindReply look(RecordAddress address, Fingerprint fingerprint) {
        LocalRecord record = records.getIfPresent(address);
        return (record == null ? FreeRecord.ABSENT : record).find(fingerprint, now());
    }

    private <R> CompletionStage<R> change(RecordAddress address, Function<LocalRecord, Step<R>> verb) {
        return CompletableFuture.completedStage(apply(address, verb));
    }

    /** Changes one record atomically and tells its waiters afterwards. */
    private <R> R apply(RecordAddress address, Function<LocalRecord, Step<R>> verb) {
        List<Step<R>> taken = new ArrayList<>(1);
        records.asMap().compute(address, (same, present) -> {
            Step<R> step = verb.apply(present == null ? FreeRecord.ABSENT : present);
            LocalRecord next = step.next().endsAt() > now() ? step.next() : null;
            weight.addAndGet(weigh(next) - weigh(present));
            taken.add(step);
            return next;
        });
        Step<R> step = taken.get(0);
        if (step.wakes()) {
            wakeUps.wake(address.text());
        }
        return step.reply();
    }

    private void remove(RecordAddress address) {
        records.asMap().computeIfPresent(address, (same, present) -> {
            weight.addAndGet(-weigh(present));
            return null;
        });
    }

    private boolean isFull() {
        if (weight.get() < maximumWeight) {
            return false;
        }
        records.cleanUp();
        return weight.get() >= maximumWeight;
    }

    private void forget(@Nullable RecordAddress address, @Nullable LocalRecord record, RemovalCause cause) {
        if (cause.wasEvicted()) {
            weight.addAndGet(-weigh(record));
        }
        if (record instanceof CompletedRecord completed) {
            completed.tied().run();
        }
    }

    private static long weigh(@Nullable LocalRecord record) {
        return record == null ? 0 : record.weight();
    }

    private long nanosLeft(LocalRecord record) {
        return TimeUnit.MICROSECONDS.toNanos(record.endsAt() - now());
    }

    /** Microseconds since the store was made. */
    private long now() {
        return TimeUnit.NANOSECONDS.toMicros(ticker.read() - origin);
    }

    /** A completed record as others hold it. */
    private final class Kept implements KeptOutcome {

        private final RecordAddress address;
        private final CompletedRecord record;
        private final long end;

        Kept(RecordAddress address, CompletedRecord record) {
            this.address = address;
            this.record = record;
            this.end = origin + TimeUnit.MICROSECONDS.toNanos(record.endsAt());
        }

        @Override
        public Payload payload() {
            return record.payload();
        }

        @Override
        public boolean isCurrent() {
            return coarse.nanoTime() - end < 0;
        }

        /** A full store ties nothing: it would have to refuse claims instead. */
        @Override
        public boolean tie(Runnable dropped, long added) {
            if (weight.get() + added > maximumWeight) {
                return false;
            }
            CompletedRecord tied = record.with(dropped, added);
            return tied.equals(records.asMap().computeIfPresent(address, (same, present) -> {
                if (!(present instanceof CompletedRecord completed) || !completed.isLike(record)) {
                    return present;
                }
                weight.addAndGet(weigh(tied) - weigh(present));
                return tied;
            }));
        }
    }
}
