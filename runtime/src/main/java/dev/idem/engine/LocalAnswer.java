package dev.idem.engine;

import dev.idem.key.Leaf;
import dev.idem.key.LookupKey;
import dev.idem.store.KeptOutcome;
import org.jspecify.annotations.Nullable;

/** An answer that this process has given before. Once it is dropped it holds nothing any more. Thread-safe. */
final class LocalAnswer {

    private static final long OVERHEAD = 250;

    private final long hash;
    private volatile @Nullable Content content;

    /**
     * An answer that stands until it is dropped, or the outcome's time is over.
     *
     * @param hash of the operation, the tenant and the arguments
     * @param arguments a copy of them
     * @param outcome the copy that the answer was made from
     */
    LocalAnswer(long hash, Call call, Object arguments, KeptOutcome outcome, Answer answer) {
        this.hash = hash;
        this.content = new Content(call.operation(), call.address().tenant(), arguments, outcome, answer);
    }

    /** What the caller of such a call is to be given; null if this is not its answer, or stands no more. */
    @Nullable
    Answer to(
            long otherHash,
            Operation operation,
            @Nullable String tenant,
            LookupKey lookup,
            @Nullable Object[] arguments) {
        Content present = hash == otherHash ? content : null;
        return present != null && present.isTo(operation, tenant, lookup, arguments) && present.outcome.isCurrent()
                ? present.answer
                : null;
    }

    boolean stands() {
        Content present = content;
        return present != null && present.outcome.isCurrent();
    }

    void drop() {
        content = null;
    }

    /** About how many bytes it occupies, without the outcome itself. */
    long weight() {
        Content present = content;
        return present == null ? 0 : OVERHEAD + present.outcome.payload().size() + Leaf.weight(present.arguments);
    }

    private record Content(
            Operation operation, @Nullable String tenant, Object arguments, KeptOutcome outcome, Answer answer) {

        boolean isTo(Operation other, @Nullable String caller, LookupKey lookup, @Nullable Object[] given) {
            return operation.equals(other)
                    && (tenant == null ? caller == null : tenant.equals(caller))
                    && lookup.matches(given, arguments);
        }
    }
}
