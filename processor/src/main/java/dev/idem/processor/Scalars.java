package dev.idem.processor;

import java.util.Set;

/** The types that the canonical writer takes as they are, beside primitives, enums and byte arrays. */
final class Scalars {

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
            "java.time.Period",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.ZoneId",
            "java.time.ZoneOffset",
            "java.time.ZonedDateTime",
            "java.util.Currency",
            "java.util.Date",
            "java.util.Locale",
            "java.util.UUID");

    private Scalars() {}

    static boolean include(String typeName) {
        return NAMES.contains(typeName);
    }
}
