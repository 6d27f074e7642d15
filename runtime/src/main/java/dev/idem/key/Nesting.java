package dev.idem.key;

import dev.idem.IdempotencyKeyException;
import java.util.Arrays;

/**
 * Where a writer stands: the open objects and arrays, from the outermost on, and the path for messages. Levels are
 * reused, so that a list of objects costs no more of them than one object.
 */
final class Nesting {

    static final int MAX_DEPTH = 64;

    private final CanonicalText text;

    /** The first is what the content itself stands in. */
    private Level[] levels = {new Level()};

    private int depth;

    Nesting(CanonicalText text) {
        this.text = text;
        clear();
    }

    /** Closes all levels, without a text. */
    void clear() {
        depth = 0;
        top().open(Level.Kind.OBJECT, text);
    }

    /** Opens a level, as a value of the present one. */
    void open(Level.Kind kind) {
        beginValue();
        text.ascii(kind.openingBracket);
        if (depth == MAX_DEPTH) {
            throw failure("nested deeper than " + MAX_DEPTH + " levels, perhaps in a cycle");
        }
        depth++;
        if (depth == levels.length) {
            levels = Arrays.copyOf(levels, depth + 1);
            levels[depth] = new Level();
        }
        top().open(kind, text);
    }

    /** Closes the innermost level. */
    void close() {
        boolean distinct = top().close(text);
        depth--;
        if (!distinct) {
            throw failure("two keys of the map have one text");
        }
        endValue();
    }

    /** Begins a member of an object or map; its name follows. */
    void beginMember() {
        top().begin(text);
    }

    /** Begins a member of a map. */
    void beginMember(String key) {
        beginMember();
        top().key(key);
    }

    /** Begins an element; the value of a member has begun with its name. */
    void beginValue() {
        top().beginValue(text);
    }

    void endValue() {
        top().endValue(text);
    }

    /** The failure at the present place. */
    IdempotencyKeyException failure(String reason) {
        return new IdempotencyKeyException(path() + ": " + reason);
    }

    /**
     * The path to the value that is being written, or comes next: {@code order.items[3].price}. A map's entries are
     * counted, as its keys are values.
     */
    String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 1; i <= depth; i++) {
            levels[i].appendTo(path, text);
        }
        return path.isEmpty() ? "content" : path.toString();
    }

    Mark mark() {
        return new Mark(depth, top().count());
    }

    private Level top() {
        return levels[depth];
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
