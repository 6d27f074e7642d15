package dev.idem.engine;

import java.util.List;

/**
 * A type from another artifact, with the members that generated code was compiled against. Code that writes keys must
 * know all of them: a newer artifact with one more would give different calls one key.
 *
 * @param name the binary name of the type
 * @param members its own fields, as {@code <type> <name>}, and for sealed types {@code permits <subtype>}
 */
public record ForeignType(String name, List<String> members) {

    public ForeignType {
        members = List.copyOf(members);
    }
}
