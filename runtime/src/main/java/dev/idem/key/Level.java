package dev.idem.key;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One open object, map, array or set: its separators, its place in the path, and the parts of what is sorted. Where
 * nothing is sorted it keeps no reference, not even to a name: in an old object each store of one would cost a memory
 * barrier.
 */
final class Level {

    private static final int NOWHERE = -1;

    private boolean named;
    private boolean sorted;
    private char closingBracket;
    private int start; // of the present value or member in the text
    private int count; // of the values that are complete
    private @Nullable SortedParts parts; // where they are sorted

    /** Makes this the level of a new container, after its opening bracket. */
    void open(Kind kind, CanonicalText text) {
        named = kind.named;
        sorted = kind.sorted;
        closingBracket = kind.closingBracket;
        start = NOWHERE;
        count = 0;
        if (sorted) {
            parts = new SortedParts(text.length());
        }
    }

    /** Begins a member, or an element of an array or set. */
    void begin(CanonicalText text) {
        if (count > 0) {
            text.ascii(',');
        }
        start = text.length();
    }

    /** Takes the key of the member that was begun, where the members are sorted. */
    void key(String key) {
        if (sorted) {
            parts().key(key);
        }
    }

    void beginValue(CanonicalText text) {
        if (!named) {
            begin(text);
        }
    }

    void endValue(CanonicalText text) {
        count++;
        if (sorted) {
            parts().add(start, text.length());
        }
    }

    /** How many values are complete. */
    int count() {
        return count;
    }

    /** Puts in order what is sorted, and writes the closing bracket. False if two members have one key. */
    boolean close(CanonicalText text) {
        boolean distinct = !sorted || arrange(text);
        text.ascii(closingBracket);
        return distinct;
    }

    private boolean arrange(CanonicalText text) {
        SortedParts all = parts();
        parts = null;
        if (named) {
            return all.arrangeMembers(text);
        }
        all.arrangeElements(text);
        return true;
    }

    private SortedParts parts() {
        return Objects.requireNonNull(parts);
    }

    /** Adds the place of the present value to the path of the levels above. */
    void appendTo(StringBuilder path, CanonicalText text) {
        if (sorted || !named) {
            path.append('[').append(count).append(']');
        } else if (start != NOWHERE) {
            path.append(path.isEmpty() ? "" : ".").append(text.stringAt(start));
        }
    }

    enum Kind {
        OBJECT('{', '}', true, false),
        MAP('{', '}', true, true),
        ARRAY('[', ']', false, false),
        SET('[', ']', false, true);

        final char openingBracket;
        private final char closingBracket;
        private final boolean named;
        private final boolean sorted;

        Kind(char openingBracket, char closingBracket, boolean named, boolean sorted) {
            this.openingBracket = openingBracket;
            this.closingBracket = closingBracket;
            this.named = named;
            this.sorted = sorted;
        }
    }
}
