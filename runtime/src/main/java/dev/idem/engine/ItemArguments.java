package dev.idem.engine;

import dev.idem.IdempotencyKeyException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The arguments of a call that is guarded item by item, with the items that its list held when the call was made. */
final class ItemArguments {

    private final Operation operation;
    private final Each each;
    private final @Nullable Object[] arguments;
    private final List<@Nullable Object> items;

    private ItemArguments(Operation operation, Each each, @Nullable Object[] arguments, List<@Nullable Object> items) {
        this.operation = operation;
        this.each = each;
        this.arguments = arguments;
        this.items = items;
    }

    /** Refuses, with {@link IdempotencyKeyException}, a call without a list. */
    static ItemArguments of(Operation operation, Each each, @Nullable Object[] arguments) {
        if (arguments[each.items()] instanceof List<?> items) {
            return new ItemArguments(operation, each, arguments.clone(), new ArrayList<>(items));
        }
        throw new IdempotencyKeyException(operation
                + " has no keys: its list of items is null. Pass an empty list where there is nothing to do.");
    }

    Operation operation() {
        return operation;
    }

    /** Whether results are given by item, in a map. */
    boolean isKeyed() {
        return each.keyed();
    }

    int size() {
        return items.size();
    }

    @Nullable
    Object item(int index) {
        return items.get(index);
    }

    /** The arguments of a call of one item. */
    @Nullable
    Object[] withItem(int index) {
        return with(items.get(index));
    }

    /** The arguments of a call with some of the items. */
    @Nullable
    Object[] withItems(List<BatchItem> some) {
        List<@Nullable Object> list = new ArrayList<>(some.size());
        some.forEach(item -> list.add(items.get(item.first())));
        return with(list);
    }

    /**
     * The items that differ, in order; each knows all its places. Refuses, with {@link IdempotencyKeyException}, items
     * that a map could not hold side by side.
     *
     * @param calls the calls of the items, in their order
     */
    List<BatchItem> distinct(List<Call> calls, EngineParts parts) {
        Map<Flight.Destination, BatchItem> found = new LinkedHashMap<>();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            found.computeIfAbsent(Flight.Destination.of(call), same -> new BatchItem(call, parts))
                    .standsAt(i);
        }
        if (isKeyed()) {
            requireUnequal(found.values());
        }
        return List.copyOf(found.values());
    }

    private void requireUnequal(Collection<BatchItem> distinct) {
        Set<@Nullable Object> keys = new HashSet<>();
        for (BatchItem item : distinct) {
            if (!keys.add(items.get(item.first()))) {
                throw new IdempotencyKeyException(operation
                        + " was refused: two of its items are equal by equals() and have different keys, so a Map cannot"
                        + " hold the results of both. Make equals() see what the key sees.");
            }
        }
    }

    private @Nullable Object[] with(@Nullable Object argument) {
        @Nullable Object[] changed = arguments.clone();
        changed[each.items()] = argument;
        return changed;
    }
}
