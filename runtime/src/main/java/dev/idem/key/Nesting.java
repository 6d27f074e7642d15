package dev.idem.key;

import java.util.Arrays;

/**
 * Where a writer stands: the open objects and arrays, from the outermost on, and the path for messages. Levels are
 * reused, so that a list of objects costs no more of them than one object.
 */
final class Nesting {

    static final int MAX_DEPTH = 64;
    private static final int USUAL_DEPTH = 4;

    private Level[] levels = new Level[0];
    private int depth;

    /** What the content itself stands in; not a level. */
    private Level top = new Level();

    Nesting() {
        grow(USUAL_DEPTH);
    }

    /** Opens a level. False if that is deeper than allowed. */
    boolean push(Level.Kind kind) {
        if (depth == MAX_DEPTH) {
            return false;
        }
        depth++;
        if (depth == levels.length) {
            grow(2 * depth);
        }
        top = levels[depth];
        top.open(kind);
        return true;
    }

    void pop() {
        depth--;
        top = levels[depth];
    }

    /** Separates and records a member of an object or map. */
    void beginMember(String name, CanonicalText text) {
        top.beginMember(name, text);
    }

    /** Separates and records a value, where it is an element; the value of a member needs neither. */
    void beginValue(CanonicalText text) {
        top.beginValue(text);
    }

    void endValue() {
        top.endValue();
    }

    void sortElements(CanonicalText text) {
        top.sortElements(text);
    }

    /** False if two members have one name; the order is then of no use. */
    boolean sortMembers(CanonicalText text) {
        return top.sortMembers(text);
    }

    /**
     * The path to the value that is being written, or comes next: {@code order.items[3].price}. A map's entries are
     * counted, as its keys are values.
     */
    String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 1; i <= depth; i++) {
            levels[i].appendTo(path);
        }
        return path.isEmpty() ? "content" : path.toString();
    }

    Mark mark() {
        return new Mark(depth, top.count());
    }

    private void grow(int capacity) {
        int present = levels.length;
        levels = Arrays.copyOf(levels, capacity);
        for (int i = present; i < capacity; i++) {
            levels[i] = i == 0 ? top : new Level();
        }
    }

    /**
     * A place between values.
     *
     * @param depth the number of open levels
     * @param count the number of complete values in the innermost
     */
    record Mark(int depth, int count) {

        boolean isOneValueAfter(Mark earlier) {
            return depth == earlier.depth && count == earlier.count + 1;
        }
    }
}
