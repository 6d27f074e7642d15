package dev.idem.processor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;

/** How the key of a map becomes text: the same text as that of the value. */
enum KeyText {
    ITSELF("java.lang.String"),
    NAME,
    OF_VALUE(
            "java.math.BigInteger",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.util.Date"),
    TO_STRING(
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.MonthDay",
            "java.time.Year",
            "java.time.YearMonth",
            "java.util.UUID");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> types;

    KeyText(String... types) {
        this.types = List.of(types);
    }

    /** The text of a key in generated code; null for a null key, which the canonical writer refuses. */
    Code expression(String key) {
        return switch (this) {
            case ITSELF -> Code.of("$", key);
            case NAME -> Code.of("$ == null ? null : $.name()", key, key);
            case OF_VALUE -> Code.of("$.text($)", RuntimeNames.MAP_KEY, key);
            case TO_STRING -> Code.of("$ == null ? null : $.toString()", key, key);
        };
    }

    static Optional<KeyText> of(DeclaredType type) {
        if (type.asElement().getKind() == ElementKind.ENUM) {
            return Optional.of(NAME);
        }
        return Arrays.stream(values())
                .filter(text -> text.types.contains(Supertypes.name(type)))
                .findFirst();
    }
}
