package dev.idem.processor;

import com.palantir.javapoet.CodeBlock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;

/** How the key of a map becomes text: the same text as that of the value. */
enum KeyText {
    ITSELF("$1L", "java.lang.String"),
    NAME("$1L == null ? null : $1L.name()"),
    OF_VALUE(
            "$2T.text($1L)",
            "java.math.BigInteger",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.util.Date"),
    TO_STRING(
            "$1L == null ? null : $1L.toString()",
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

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> types;

    KeyText(String code, String... types) {
        this.code = code;
        this.types = List.of(types);
    }

    /** The text of a key in generated code; null for a null key, which the canonical writer refuses. */
    CodeBlock expression(String key) {
        return this == OF_VALUE ? CodeBlock.of(code, key, RuntimeNames.MAP_KEY) : CodeBlock.of(code, key);
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
