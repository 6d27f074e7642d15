package dev.idem.key;

import dev.idem.key.CanonicalText.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One open object, map, array or set: its separators, and the order of what is sorted once all of it is known. */
final class Level {

    private static final List<Integer> NO_STARTS = List.of();
    private static final List<String> NO_NAMES = List.of();

    private final @Nullable Level outer;
    private @Nullable Level inner;
    private List<Integer> starts = NO_STARTS; // of the values or members, where they are sorted
    private List<String> names = NO_NAMES;
    private Kind kind = Kind.OBJECT;
    private @Nullable String name;
    private int count; // of the values that are complete

    Level(@Nullable Level outer) {
        this.outer = outer;
    }

    /** The level within this one, reused. */
    Level inner() {
        if (inner == null) {
            inner = new Level(this);
        }
        return inner;
    }

    /** The level around this one. */
    Level outer() {
        return Objects.requireNonNull(outer);
    }

    /** Makes this the level of a new container. */
    void open(Kind newKind) {
        kind = newKind;
        name = null;
        count = 0;
        if (kind.sorted) {
            starts = new ArrayList<>();
            names = new ArrayList<>();
        }
    }

    void beginMember(String newName, CanonicalText text) {
        name = newName;
        begin(text);
        if (kind.sorted) {
            names.add(newName);
        }
    }

    void beginValue(CanonicalText text) {
        if (!kind.named) {
            begin(text);
        }
    }

    void endValue() {
        count++;
    }

    /** How many values are complete. */
    int count() {
        return count;
    }

    private void begin(CanonicalText text) {
        if (count > 0) {
            text.ascii(',');
        }
        if (kind.sorted) {
            starts.add(text.length());
        }
    }

    /** Sorts the elements of a set, equal ones once. */
    void sortElements(CanonicalText text) {
        List<Stretch> sorted = stretches(text);
        sorted.sort(text::compare);
        List<Stretch> distinct = new ArrayList<>(sorted.size());
        for (Stretch element : sorted) {
            if (distinct.isEmpty() || text.compare(distinct.get(distinct.size() - 1), element) != 0) {
                distinct.add(element);
            }
        }
        replace(text, distinct);
    }

    /** Sorts the members of a map. False if two members have one name; the order is then of no use. */
    boolean sortMembers(CanonicalText text) {
        List<Stretch> stretches = stretches(text);
        List<Integer> order = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(names::get));
        replace(text, order.stream().map(stretches::get).toList());
        return new HashSet<>(names).size() == names.size();
    }

    private List<Stretch> stretches(CanonicalText text) {
        List<Stretch> stretches = new ArrayList<>(starts.size());
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) - 1 : text.length();
            stretches.add(new Stretch(starts.get(i), end));
        }
        return stretches;
    }

    private void replace(CanonicalText text, List<Stretch> stretches) {
        if (!starts.isEmpty()) {
            text.arrange(starts.get(0), stretches);
        }
    }

    /** Adds the place of the present value to the path of the levels above. */
    void appendTo(StringBuilder path) {
        if (kind != Kind.OBJECT) {
            path.append('[').append(count).append(']');
        } else if (name != null) {
            path.append(path.isEmpty() ? "" : ".").append(name);
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
}
