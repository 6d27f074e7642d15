package dev.idem.processor;

import java.util.Set;

/** The types that the codec stores as one JSON value, beside primitives and enums: nearly those that keys know. */
final class StorableScalars {

    /** It can be stored, but has no form in a key. */
    private static final String ONLY_STORED = "java.time.OffsetTime";

    /** It is mutable: an answer holds it as {@code Instant}. */
    private static final String ONLY_IN_KEYS = "java.util.Date";

    private static final Set<String> KEYS = Set.of(
            "java.lang.Byte",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.String",
            "java.util.UUID");

    private StorableScalars() {}

    static boolean include(String typeName) {
        return typeName.equals(ONLY_STORED) || (Scalars.include(typeName) && !typeName.equals(ONLY_IN_KEYS));
    }

    /** Whether the type can be the key of a map. */
    static boolean includeKey(String typeName) {
        return KEYS.contains(typeName);
    }
}
