package dev.idem.processor;

import java.util.Set;

/** The types that the codec stores as one JSON value, beside primitives and enums. */
final class StorableScalars {

    private static final Set<String> NAMES = Set.of(
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.String",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.net.URI",
            "java.time.Duration",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.MonthDay",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.Period",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.ZoneId",
            "java.time.ZoneOffset",
            "java.time.ZonedDateTime",
            "java.util.Currency",
            "java.util.Locale",
            "java.util.UUID");

    private static final Set<String> KEYS = Set.of(
            "java.lang.Byte",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.String",
            "java.util.UUID");

    private StorableScalars() {}

    static boolean include(String typeName) {
        return NAMES.contains(typeName);
    }

    /** Whether the type can be the key of a map. */
    static boolean includeKey(String typeName) {
        return KEYS.contains(typeName);
    }
}
