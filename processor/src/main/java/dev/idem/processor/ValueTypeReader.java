package dev.idem.processor;

import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;

/** Finds what is written of the records and classes that one generated class meets, each type once. */
final class ValueTypeReader {

    private final Tools tools;
    private final Accessors accessors;
    private final UniqueNames writerNames;
    private final Problems problems;
    private final Map<TypeName, String> writers = new LinkedHashMap<>();
    private final List<ValueType> found = new ArrayList<>();

    ValueTypeReader(Tools tools, Accessors accessors, UniqueNames writerNames, Problems problems) {
        this.tools = tools;
        this.accessors = accessors;
        this.writerNames = writerNames;
        this.problems = problems;
    }

    /** The types so far, in order of their writers. */
    List<ValueType> found() {
        return found.stream().sorted(Comparator.comparing(ValueType::writer)).toList();
    }

    /** The generated method that writes the type; a type inside itself finds the name already given. */
    String writerOf(DeclaredType type, KeyTrail trail, ShapeReader shapes) {
        TypeName name = TypeName.get(type);
        String known = writers.get(name);
        if (known != null) {
            return known;
        }
        String writer = "write" + writerNames.take(text(type));
        writers.put(name, writer);
        found.add(new ValueType(
                name,
                TypeName.get(tools.types().erasure(type)),
                writer,
                !type.asElement().getModifiers().contains(Modifier.FINAL),
                members(type, trail, shapes)));
        return writer;
    }

    private List<ValueType.Member> members(DeclaredType type, KeyTrail trail, ShapeReader shapes) {
        List<StateField> fields = StateField.of(type, tools.types()).stream()
                .filter(field -> !field.element().getModifiers().contains(Modifier.TRANSIENT))
                .filter(field -> !accessors.isIgnored(type, field.name()))
                .sorted(Comparator.comparing(StateField::name))
                .toList();
        if (fields.isEmpty()) {
            problems.add(ProblemCode.NO_STATE, trail.place(), trail.path(), TypeText.of(type));
        }
        Set<String> names = new HashSet<>();
        return fields.stream()
                .filter(field -> isOnlyOne(field, names, type, trail))
                .flatMap(field -> member(field, type, trail, shapes).stream())
                .toList();
    }

    private boolean isOnlyOne(StateField field, Set<String> names, DeclaredType type, KeyTrail trail) {
        boolean only = names.add(field.name());
        if (!only) {
            hidden(field, type, trail, "Rename one of the two fields of that name");
        }
        return only;
    }

    private Optional<ValueType.Member> member(StateField field, DeclaredType type, KeyTrail trail, ShapeReader shapes) {
        Optional<Accessor> accessor = accessors.find(type, field.name());
        if (accessor.isEmpty()) {
            hidden(field, type, trail, remedy(field));
            return Optional.empty();
        }
        return shapes.read(accessor.get().type(), trail.member(field.name()))
                .map(shape -> new ValueType.Member(field.name(), accessor.get().code(), shape));
    }

    private void hidden(StateField field, DeclaredType type, KeyTrail trail, String remedy) {
        problems.add(
                ProblemCode.HIDDEN_STATE,
                trail.place(),
                trail.path(),
                TypeText.of(type),
                "field '" + field.name() + "' of " + field.owner(),
                remedy);
    }

    private static String remedy(StateField field) {
        String getter = PropertyNames.getter(field.name());
        return "Add an accessor '" + getter + "()', or annotate the field @KeyIgnore";
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
}
