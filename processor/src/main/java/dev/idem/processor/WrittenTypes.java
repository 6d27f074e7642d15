package dev.idem.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.type.DeclaredType;

/** The types that one generated class writes with methods of their own, each type once. */
final class WrittenTypes {

    private final UniqueNames names;
    private final Map<Use, String> writers = new HashMap<>();
    private final List<WrittenType> found = new ArrayList<>();

    WrittenTypes(UniqueNames names) {
        this.names = names;
    }

    /** The types so far, in order of their writers. */
    List<WrittenType> found() {
        return found.stream().sorted(Comparator.comparing(WrittenType::writer)).toList();
    }

    /**
     * The name of the method that writes the type; a type inside itself finds the name already given.
     *
     * @param tagged whether it writes the type's name too
     * @param reader reads the type, given that name
     */
    String writerOf(DeclaredType type, boolean tagged, Function<String, WrittenType> reader) {
        Use use = new Use(TypeName.of(type), tagged);
        String known = writers.get(use);
        if (known != null) {
            return known;
        }
        String writer = "write" + names.take(text(type) + (tagged ? "AsSubtype" : ""));
        writers.put(use, writer);
        found.add(reader.apply(writer));
        return writer;
    }

    /** {@code PageOfOrder} for {@code Page<Order>}. */
    private static String text(DeclaredType type) {
        String name = type.asElement().getSimpleName().toString();
        String arguments = String.join(
                "And",
                type.getTypeArguments().stream()
                        .flatMap(argument -> argument instanceof DeclaredType declared
                                ? Stream.of(text(declared))
                                : Stream.of("Array"))
                        .toList());
        return arguments.isEmpty() ? name : name + "Of" + arguments;
    }

    private record Use(TypeName type, boolean tagged) {}
}
