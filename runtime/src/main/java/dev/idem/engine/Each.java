package dev.idem.engine;

/**
 * How an operation is guarded item by item. Its content, its result type and what it says of results are then those of
 * one item, and a call of one item has the arguments of the whole call with that item in place of the list.
 *
 * @param items the index of the parameter that holds the list of items
 * @param keyed whether the method gives its results in a map by item; else in a list, in the order of the items
 */
public record Each(int items, boolean keyed) {

    /** One result for each item, in order. */
    public static Each list(int items) {
        return new Each(items, /* keyed= */ false);
    }

    /** Results by item, in a map that may leave items out. */
    public static Each map(int items) {
        return new Each(items, /* keyed= */ true);
    }
}
