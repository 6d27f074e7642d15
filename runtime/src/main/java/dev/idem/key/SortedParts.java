package dev.idem.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The elements of a set or the members of a map, which are put in order once the last of them is written. */
final class SortedParts {

    private final List<Part> parts = new ArrayList<>();
    private final int base;
    private String key = "";

    /** For parts that are written from this place of the text on. */
    SortedParts(int base) {
        this.base = base;
    }

    /** Takes the key of the member that is written next. */
    void key(String newKey) {
        key = newKey;
    }

    /** Takes a part of the text, from its first byte to before its last. */
    void add(int from, int to) {
        parts.add(new Part(key, from - base, to - base));
    }

    /** Sorts elements by their texts in UTF-16 code units, equal texts once. */
    void arrangeElements(CanonicalText text) {
        byte[] source = text.cut(base);
        arrange((left, right) -> compare(source, left, right), source, text);
    }

    /** Sorts members by their keys in UTF-16 code units. False if two keys are equal; one member is then missing. */
    boolean arrangeMembers(CanonicalText text) {
        return arrange(Comparator.comparing(Part::key), text.cut(base), text) == parts.size();
    }

    /** Writes distinct parts in order; gives their count. */
    private int arrange(Comparator<Part> order, byte[] source, CanonicalText text) {
        parts.sort(order);
        int count = 0;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (i == 0 || order.compare(parts.get(i - 1), part) != 0) {
                if (count > 0) {
                    text.ascii(',');
                }
                text.append(source, part.from(), part.length());
                count++;
            }
        }
        return count;
    }

    private static int compare(byte[] text, Part left, Part right) {
        int mismatch = Arrays.mismatch(text, left.from(), left.to(), text, right.from(), right.to());
        if (mismatch < 0) {
            return 0;
        }
        if (mismatch == left.length() || mismatch == right.length()) {
            return Integer.compare(left.length(), right.length());
        }
        return Integer.compare(utf16Rank(text[left.from() + mismatch]), utf16Rank(text[right.from() + mismatch]));
    }

    /**
     * UTF-8 orders like code points. UTF-16 differs in one place: surrogate pairs (lead bytes from F0) come before
     * U+E000 to U+FFFF (lead bytes EE and EF).
     */
    private static int utf16Rank(byte octet) {
        int unsigned = octet & 0xFF;
        return unsigned == 0xEE || unsigned == 0xEF ? unsigned + 0x10 : unsigned;
    }

    private record Part(String key, int from, int to) {

        int length() {
            return to - from;
        }
    }
}
