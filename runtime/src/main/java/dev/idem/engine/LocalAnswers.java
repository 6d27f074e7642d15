package dev.idem.engine;

import dev.idem.key.LeafHash;
import dev.idem.key.LookupKey;
import dev.idem.store.KeptOutcome;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Answers that this process has given from a copy before, found by the arguments alone: without their canonical text, its
 * digest and the record's address. Each stands only as long as the store keeps the copy, so that evictions, ends and
 * bounds need no second mechanism.
 *
 * <p>Answers with one hash share a row of a few places, and a new one takes the place of an older: whoever makes arguments
 * with one hash gains nothing but answers that are looked up the longer way. Thread-safe.
 */
final class LocalAnswers {

    private static final int PLACES = 4;
    private static final int ROWS = 1 << 14;

    private final CallReader reader;
    private final Outcomes outcomes;
    private final AtomicReferenceArray<@Nullable LocalAnswer> answers = new AtomicReferenceArray<>(ROWS * PLACES);
    private final AtomicInteger turn = new AtomicInteger();

    LocalAnswers(CallReader reader, Outcomes outcomes) {
        this.reader = reader;
        this.outcomes = outcomes;
    }

    /** The answer to a call with these arguments; null if none stands. */
    @Nullable
    Answer find(Operation operation, @Nullable String tenant, @Nullable Object[] arguments) {
        LookupKey lookup = operation.lookup();
        return lookup == null
                ? find(operation, tenant, TextLookup.INSTANCE, reader.text(operation, arguments))
                : find(operation, tenant, lookup, arguments);
    }

    private @Nullable Answer find(
            Operation operation, @Nullable String tenant, LookupKey lookup, @Nullable Object[] arguments) {
        long hash = hash(operation, tenant, lookup, arguments);
        int row = row(hash);
        for (int place = row; place < row + PLACES; place++) {
            LocalAnswer known = answers.getAcquire(place);
            Answer answer = known == null ? null : known.to(hash, operation, tenant, lookup, arguments);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    /**
     * The answer that a copy of an outcome holds. It is kept for as long as the copy is.
     *
     * @param arguments those of the call, as they are now
     */
    Answer keep(Call call, @Nullable Object[] arguments, KeptOutcome outcome) {
        Answer answer = outcomes.known(call, outcome.payload());
        LookupKey lookup = call.operation().lookup();
        if (lookup == null) {
            keep(call, TextLookup.INSTANCE, reader.text(call.operation(), arguments), outcome, answer);
        } else {
            keep(call, lookup, arguments, outcome, answer);
        }
        return answer;
    }

    private void keep(Call call, LookupKey lookup, @Nullable Object[] arguments, KeptOutcome outcome, Answer answer) {
        long hash = hash(call.operation(), call.address().tenant(), lookup, arguments);
        LocalAnswer kept = new LocalAnswer(hash, call, lookup.copy(arguments), outcome, answer);
        if (outcome.tie(kept::drop, kept.weight())) {
            LocalAnswer displaced = answers.getAndSet(place(hash), kept);
            if (displaced != null) {
                displaced.drop();
            }
        }
    }

    /** An empty place, or that of an answer that does not stand any more, or else any in turn. */
    private int place(long hash) {
        int row = row(hash);
        for (int place = row; place < row + PLACES; place++) {
            LocalAnswer answer = answers.get(place);
            if (answer == null || !answer.stands()) {
                return place;
            }
        }
        return row + (turn.incrementAndGet() & (PLACES - 1));
    }

    private static long hash(
            Operation operation, @Nullable String tenant, LookupKey lookup, @Nullable Object[] arguments) {
        return LeafHash.add(LeafHash.add(lookup.hash(arguments), operation.hashCode()), tenant);
    }

    private static int row(long hash) {
        return (int) (spread(hash) >>> 32 & (ROWS - 1)) * PLACES;
    }

    /** Lets every bit of a hash decide about its row. */
    private static long spread(long hash) {
        return (hash ^ (hash >>> 32)) * 0x9E37_79B9_7F4A_7C15L;
    }
}
