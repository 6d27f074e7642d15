package dev.idem.processor;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The constants for the names of members in one generated class, each name once. */
final class NameConstants {

    private static final String PREFIX = "NAME_";
    private static final int MAX_LENGTH = 60;

    private final UniqueNames taken = new UniqueNames();
    private final Set<String> names = new TreeSet<>();
    private final Map<String, String> constants = new TreeMap<>();

    private NameConstants() {}

    /** All that the class writes. */
    static NameConstants of(GuardedType type) {
        NameConstants result = new NameConstants();
        type.encoders().forEach(encoder -> result.taken.take(encoder.name()));
        type.methods().forEach(result::collect);
        type.writtenTypes().forEach(result::collect);
        result.names.forEach(name -> result.constants.put(name, result.taken.take(identifier(name))));
        return result;
    }

    /** The constant for a name: {@code NAME_ORDER_ID} for {@code order.id}. */
    String of(String name) {
        return Objects.requireNonNull(constants.get(name));
    }

    void write(CodeWriter code) {
        constants.forEach((name, constant) -> code.member()
                .line(
                        "private static final $ $ = $.of($);",
                        RuntimeNames.MEMBER_NAME,
                        constant,
                        RuntimeNames.MEMBER_NAME,
                        StringLiteral.of(name)));
    }

    private void collect(GuardedMethod method) {
        taken.take(method.names().constant());
        if (method.content() instanceof Content.Members members) {
            members.parts().forEach(this::collect);
        }
    }

    /** A local variable with the name of a constant would hide it. */
    private void collect(ContentPart part) {
        names.add(part.name());
        taken.take(part.argument().name());
    }

    private void collect(WrittenType type) {
        if (type instanceof ValueType value) {
            value.members().forEach(member -> {
                names.add(member.name());
                taken.take(member.source());
            });
        }
    }

    private static String identifier(String name) {
        String words = ConstantName.ofText(name);
        return PREFIX + words.substring(0, Math.min(words.length(), MAX_LENGTH));
    }
}
