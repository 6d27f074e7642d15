package dev.idem.processor;

import static java.util.Map.entry;

import java.util.Map;

/** The types that the canonical writer takes as they are, beside enums and byte arrays, and their JSON forms. */
final class Scalars {

    static final String BYTES = "base64";
    static final String ENUM = "enum";

    private static final Map<String, String> FORMS = Map.ofEntries(
            entry("boolean", "boolean"),
            entry("byte", "integer"),
            entry("char", "string"),
            entry("double", "double"),
            entry("float", "double"),
            entry("int", "integer"),
            entry("long", "integer"),
            entry("short", "integer"),
            entry("java.lang.Boolean", "boolean"),
            entry("java.lang.Byte", "integer"),
            entry("java.lang.Character", "string"),
            entry("java.lang.Double", "double"),
            entry("java.lang.Float", "double"),
            entry("java.lang.Integer", "integer"),
            entry("java.lang.Long", "integer"),
            entry("java.lang.Short", "integer"),
            entry("java.lang.String", "string"),
            entry("java.math.BigDecimal", "decimal"),
            entry("java.math.BigInteger", "integer"),
            entry("java.net.URI", "uri"),
            entry("java.time.Duration", "duration"),
            entry("java.time.Instant", "instant"),
            entry("java.time.LocalDate", "date"),
            entry("java.time.LocalDateTime", "date-time"),
            entry("java.time.LocalTime", "time"),
            entry("java.time.MonthDay", "month-day"),
            entry("java.time.OffsetDateTime", "offset-date-time"),
            entry("java.time.Period", "period"),
            entry("java.time.Year", "integer"),
            entry("java.time.YearMonth", "year-month"),
            entry("java.time.ZoneId", "zone"),
            entry("java.time.ZoneOffset", "zone"),
            entry("java.time.ZonedDateTime", "zoned-date-time"),
            entry("java.util.Currency", "currency"),
            entry("java.util.Date", "instant"),
            entry("java.util.Locale", "language-tag"),
            entry("java.util.UUID", "uuid"));

    private Scalars() {}

    static boolean include(String typeName) {
        return FORMS.containsKey(typeName);
    }

    /** The JSON form of a type that is included, or of a primitive type. */
    static String form(String typeName) {
        return FORMS.getOrDefault(typeName, "");
    }
}
