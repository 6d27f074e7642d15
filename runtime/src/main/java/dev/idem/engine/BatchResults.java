package dev.idem.engine;

import dev.idem.PartialResultException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what the method gave for its items, and puts together what its caller gets. */
final class BatchResults {

    private final ItemArguments arguments;

    BatchResults(ItemArguments arguments) {
        this.arguments = arguments;
    }

    /**
     * What the method returned, by item; a map may leave items out.
     *
     * @param run the items that it was given, in that order
     * @throws IllegalStateException if results cannot be told to be those of the items
     */
    Map<BatchItem, @Nullable Object> returned(@Nullable Object result, List<BatchItem> run) {
        if (arguments.isKeyed()) {
            return byItem(result, run);
        }
        if (!(result instanceof List<?> list)) {
            throw wrong("its method returned null instead of a List", null);
        }
        List<@Nullable Object> results = new ArrayList<>(list);
        if (results.size() != run.size()) {
            throw wrong("its method returned " + results.size() + " results for " + run.size() + " items", null);
        }
        Map<BatchItem, @Nullable Object> found = new HashMap<>();
        for (int i = 0; i < run.size(); i++) {
            found.put(run.get(i), results.get(i));
        }
        return found;
    }

    private Map<BatchItem, @Nullable Object> byItem(@Nullable Object result, List<BatchItem> run) {
        if (!(result instanceof Map<?, ?> map)) {
            throw wrong("its method returned null instead of a Map", null);
        }
        Map<@Nullable Object, @Nullable Object> results = new HashMap<>(map);
        Map<BatchItem, @Nullable Object> found = new HashMap<>();
        for (BatchItem item : run) {
            @Nullable Object key = arguments.item(item.first());
            if (results.containsKey(key)) {
                found.put(item, results.remove(key));
            }
        }
        if (!results.isEmpty()) {
            throw wrong("its method returned " + results.size() + " results by keys that are none of its items", null);
        }
        return found;
    }

    /** The results that the method had when it failed, under the same rules. */
    Map<BatchItem, @Nullable Object> thrown(PartialResultException failure, List<BatchItem> run) {
        Map<BatchItem, @Nullable Object> found = new HashMap<>();
        failure.results().forEach((position, result) -> {
            if (position < 0 || position >= run.size()) {
                throw wrong(
                        "its method gave a result for position " + position + " of " + run.size() + " items", failure);
            }
            found.put(run.get(position), result);
        });
        return found;
    }

    /** The results of all items, in the form that the method itself would give them. */
    Object of(List<BatchItem> items) {
        Map<Integer, @Nullable Object> known = known(items);
        if (!arguments.isKeyed()) {
            return new ArrayList<>(known.values());
        }
        Map<@Nullable Object, @Nullable Object> results = new LinkedHashMap<>();
        known.forEach((position, result) -> results.put(arguments.item(position), result));
        return results;
    }

    /** The failure as the caller of the whole gets it: with all that is known, by the places in the caller's list. */
    PartialResultException failure(PartialResultException failure, List<BatchItem> items) {
        PartialResultException whole =
                new PartialResultException(failure.getMessage(), known(items), failure.getCause());
        whole.setStackTrace(failure.getStackTrace());
        return whole;
    }

    private static Map<Integer, @Nullable Object> known(List<BatchItem> items) {
        Map<Integer, @Nullable Object> known = new TreeMap<>();
        for (BatchItem item : items) {
            if (item.answer().orElse(null) instanceof ItemAnswer.Result result) {
                item.positions().forEach(position -> known.put(position, result.value()));
            }
        }
        return Collections.unmodifiableMap(known);
    }

    private IllegalStateException wrong(String reason, @Nullable Throwable cause) {
        return Refusals.wrongResults(arguments.operation(), reason, cause);
    }
}
