package dev.idem.engine;

import dev.idem.IdempotencyKeyException;
import java.util.ArrayList;
import java.util.List;
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

    private @Nullable Object[] with(@Nullable Object argument) {
        @Nullable Object[] changed = arguments.clone();
        changed[each.items()] = argument;
        return changed;
    }
}
