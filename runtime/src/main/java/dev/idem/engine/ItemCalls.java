package dev.idem.engine;

import java.util.List;

/**
 * The calls of the items of one call.
 *
 * @param calls in the order of the items
 */
record ItemCalls(ItemArguments arguments, List<Call> calls) implements Callee {

    ItemCalls {
        calls = List.copyOf(calls);
    }

    /** The items that differ, not begun. */
    List<BatchItem> items(EngineParts parts) {
        return arguments.distinct(calls, parts);
    }
}
