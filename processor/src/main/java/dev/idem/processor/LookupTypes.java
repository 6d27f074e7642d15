package dev.idem.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which methods of one type have a lookup key of leaves. Its calls wait for a plain answer, and its content has no sets,
 * maps, encoded values or types inside themselves: these are recognised by their canonical text.
 */
final class LookupTypes {

    private final Map<String, WrittenType> types;

    private LookupTypes(Map<String, WrittenType> types) {
        this.types = types;
    }

    static LookupTypes of(GuardedType type) {
        return new LookupTypes(
                type.writtenTypes().stream().collect(Collectors.toMap(WrittenType::writer, Function.identity())));
    }

    /** Whether the method's lookup key is made of leaves. */
    boolean include(GuardedMethod method) {
        return method.shape() == Returned.Shape.VALUE
                && method.each().isEmpty()
                && !method.joinsTransaction()
                && shapes(method.content()).stream().allMatch(shape -> isFlat(shape, new HashSet<>()));
    }

    /** The types that such methods look into, in order of their writers. */
    List<WrittenType> reachedFrom(List<GuardedMethod> methods) {
        Map<String, WrittenType> reached = new HashMap<>();
        methods.stream()
                .filter(this::include)
                .flatMap(method -> shapes(method.content()).stream())
                .forEach(shape -> collect(shape, reached));
        return reached.values().stream()
                .sorted(Comparator.comparing(WrittenType::writer))
                .toList();
    }

    private static List<Shape> shapes(Content content) {
        if (content instanceof Content.Members members) {
            return members.parts().stream().map(ContentPart::shape).toList();
        }
        return ((Content.Whole) content)
                .writer().<Shape>map(Shape.Structure::new).stream().toList();
    }

    /** Whether a value can be taken apart into a fixed tree of leaves and lists; {@code around} holds the types it is in. */
    private boolean isFlat(Shape shape, Set<String> around) {
        if (shape instanceof Shape.Structure structure) {
            boolean first = around.add(structure.writer());
            boolean flat = first && inner(structure).stream().allMatch(inner -> isFlat(inner, around));
            around.remove(structure.writer());
            return flat;
        }
        if (shape instanceof Shape.Sequence sequence) {
            return isFlat(sequence.element(), around);
        }
        return shape instanceof Shape.Maybe maybe ? isFlat(maybe.content(), around) : shape instanceof Shape.Scalar;
    }

    private void collect(Shape shape, Map<String, WrittenType> reached) {
        if (shape instanceof Shape.Structure structure) {
            reached.put(structure.writer(), type(structure));
            inner(structure).forEach(inner -> collect(inner, reached));
        } else if (shape instanceof Shape.Sequence sequence) {
            collect(sequence.element(), reached);
        } else if (shape instanceof Shape.Maybe maybe) {
            collect(maybe.content(), reached);
        }
    }

    /** The shapes of what a type is made of. */
    private List<Shape> inner(Shape.Structure structure) {
        WrittenType type = type(structure);
        if (type instanceof SealedType sealedType) {
            List<Shape> subtypes = new ArrayList<>();
            sealedType.subtypes().forEach(subtype -> subtypes.add(new Shape.Structure(subtype.writer())));
            sealedType.own().ifPresent(writer -> subtypes.add(new Shape.Structure(writer)));
            return subtypes;
        }
        return LookupTypeMethods.properties((ValueType) type).stream()
                .map(ValueType.Property::shape)
                .toList();
    }

    private WrittenType type(Shape.Structure structure) {
        return Objects.requireNonNull(types.get(structure.writer()));
    }
}
