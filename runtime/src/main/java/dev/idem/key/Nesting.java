package dev.idem.key;

import dev.idem.key.CanonicalText.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a writer stands: the open objects and arrays, their separators, their order, and the path for messages. */
final class Nesting {

    static final int MAX_DEPTH = 64;

    private final List<Level> open = new ArrayList<>();

    /** Opens a level. False if that is deeper than allowed. */
    boolean push(Kind kind) {
        if (open.size() == MAX_DEPTH) {
            return false;
        }
        open.add(new Level(kind));
        return true;
    }

    void pop() {
        open.remove(open.size() - 1);
    }

    /** Separates and records a member of an object or map. */
    void beginMember(String name, CanonicalText text) {
        Level level = top();
        level.name = name;
        level.begin(text);
    }

    /** Separates and records a value, where it is an element; the value of a member needs neither. */
    void beginValue(CanonicalText text) {
        if (!open.isEmpty() && !top().kind.named) {
            top().begin(text);
        }
    }

    void endValue() {
        if (!open.isEmpty()) {
            top().count++;
        }
    }

    void sortElements(CanonicalText text) {
        Level set = top();
        List<Stretch> sorted = set.stretches(text);
        sorted.sort(text::compare);
        List<Stretch> distinct = new ArrayList<>(sorted.size());
        for (Stretch element : sorted) {
            if (distinct.isEmpty() || text.compare(distinct.get(distinct.size() - 1), element) != 0) {
                distinct.add(element);
            }
        }
        set.replace(text, distinct);
    }

    /** False if two members have one name; the order is then of no use. */
    boolean sortMembers(CanonicalText text) {
        Level map = top();
        List<Stretch> stretches = map.stretches(text);
        List<Integer> order = new ArrayList<>(map.names.size());
        for (int i = 0; i < map.names.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(map.names::get));
        map.replace(text, order.stream().map(stretches::get).toList());
        return new HashSet<>(map.names).size() == map.names.size();
    }

    /**
     * The path to the value that is being written, or comes next: {@code order.items[3].price}. A map's entries are
     * counted, as its keys are values.
     */
    String path() {
        StringBuilder path = new StringBuilder();
        for (Level level : open) {
            level.appendTo(path);
        }
        return path.isEmpty() ? "content" : path.toString();
    }

    Mark mark() {
        return new Mark(open.size(), open.isEmpty() ? 0 : top().count);
    }

    private Level top() {
        return open.get(open.size() - 1);
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

    enum Kind {
        OBJECT(true, false),
        MAP(true, true),
        ARRAY(false, false),
        SET(false, true);

        private final boolean named;
        private final boolean sorted;

        Kind(boolean named, boolean sorted) {
            this.named = named;
            this.sorted = sorted;
        }
    }

    private static final class Level {

        private final Kind kind;
        private final List<Integer> starts = new ArrayList<>(0);
        private final List<String> names = new ArrayList<>(0);
        private @Nullable String name;
        private int count; // of the values that are complete

        Level(Kind kind) {
            this.kind = kind;
        }

        void begin(CanonicalText text) {
            if (count > 0) {
                text.ascii(',');
            }
            if (kind.sorted) {
                starts.add(text.length());
                if (name != null) {
                    names.add(name);
                }
            }
        }

        List<Stretch> stretches(CanonicalText text) {
            List<Stretch> stretches = new ArrayList<>(starts.size());
            for (int i = 0; i < starts.size(); i++) {
                int end = i + 1 < starts.size() ? starts.get(i + 1) - 1 : text.length();
                stretches.add(new Stretch(starts.get(i), end));
            }
            return stretches;
        }

        void replace(CanonicalText text, List<Stretch> stretches) {
            if (!starts.isEmpty()) {
                text.arrange(starts.get(0), stretches);
            }
        }

        void appendTo(StringBuilder path) {
            if (kind != Kind.OBJECT) {
                path.append('[').append(count).append(']');
            } else if (name != null) {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
    }
}
