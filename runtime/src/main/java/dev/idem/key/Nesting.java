package dev.idem.key;

/**
 * Where a writer stands: the open objects and arrays, from the outermost on, and the path for messages. Levels are
 * reused, so that a list of objects costs no more of them than one object.
 */
final class Nesting {

    static final int MAX_DEPTH = 64;

    /** What the content itself stands in; not a level. */
    private final Level outside = new Level(null);

    private Level top = outside;
    private int depth;

    /** Opens a level. False if that is deeper than allowed. */
    boolean push(Level.Kind kind) {
        if (depth == MAX_DEPTH) {
            return false;
        }
        depth++;
        top = top.inner();
        top.open(kind);
        return true;
    }

    void pop() {
        depth--;
        top = top.outer();
    }

    /** Closes all levels. */
    void clear() {
        depth = 0;
        top = outside;
        top.open(Level.Kind.OBJECT);
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
        Level level = outside;
        for (int i = 0; i < depth; i++) {
            level = level.inner();
            level.appendTo(path);
        }
        return path.isEmpty() ? "content" : path.toString();
    }

    Mark mark() {
        return new Mark(depth, top.count());
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
