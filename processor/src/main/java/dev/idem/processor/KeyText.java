package dev.idem.processor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;

/** How the key of a map becomes text: the same text as that of the value. */
enum KeyText {
    ITSELF("", "java.lang.String"),
    NAME(".name()"),
    TO_STRING(
            ".toString()",
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
    String expression(String key) {
        return code.isEmpty() ? key : key + " == null ? null : " + key + code;
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
