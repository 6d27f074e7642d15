package dev.idem;

import java.io.Serial;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a method that is guarded item by item ({@link IdempotentCall#each}) when it has results for some of its
 * items only. These are recorded, so that the work is not paid for twice; the other items are released, and the next call
 * runs them.
 *
 * <p>The caller of the guarded method gets an exception with the same message, cause and stack trace, which holds all
 * results that are known for the caller's own list. The results are not serialized. Immutable, but for what the results are.
 */
public final class PartialResultException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient @Nullable Map<Integer, @Nullable Object> results;

    /**
     * Results of any of the items.
     *
     * @param results the results by the position of their item in the list that the method was given, from 0; a null is the
     *     result null
     * @param cause why the others are missing
     */
    public PartialResultException(
            @Nullable String message, Map<Integer, ? extends @Nullable Object> results, @Nullable Throwable cause) {
        super(message, cause);
        this.results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }

    /**
     * Results of the first items, in order, before something failed.
     *
     * @param cause what failed
     */
    public PartialResultException(List<? extends @Nullable Object> first, Throwable cause) {
        this("only the first " + first.size() + " items have results", byPosition(first), cause);
    }

    private static Map<Integer, @Nullable Object> byPosition(List<? extends @Nullable Object> first) {
        Map<Integer, @Nullable Object> results = new HashMap<>();
        for (int i = 0; i < first.size(); i++) {
            results.put(i, first.get(i));
        }
        return results;
    }

    /** The results by the position of their item, from 0; empty in an exception that was serialized. Unmodifiable. */
    public Map<Integer, @Nullable Object> results() {
        return results == null ? Map.of() : results;
    }
}
