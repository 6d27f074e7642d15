package dev.idem.key;

import org.jspecify.annotations.Nullable;

/**
 * Writes the names of members, each with its colon. It keeps the bytes of a few, since generated code writes the same
 * constants again and again; a name is known by being the same object, which is quicker than comparing.
 */
final class MemberNames {

    private static final int PLACES = 64;

    private final @Nullable Known[] places = new Known[PLACES];

    /** False, with an unfinished text, if the name holds a lone surrogate. */
    @SuppressWarnings("ReferenceEquality") // told above
    boolean write(String name, CanonicalText text) {
        int place = name.hashCode() & (PLACES - 1);
        Known known = places[place];
        if (known != null && known.name == name) {
            text.append(known.bytes, 0, known.bytes.length);
            return true;
        }
        int start = text.length();
        if (!text.quoted(name)) {
            return false;
        }
        text.ascii(':');
        places[place] = new Known(name, text.from(start));
        return true;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Known(String name, byte[] bytes) {}
}
