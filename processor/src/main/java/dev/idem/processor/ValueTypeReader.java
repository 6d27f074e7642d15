package dev.idem.processor;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;

/** Finds what is written of records, classes and the enums among the subtypes of sealed types. */
final class ValueTypeReader {

    private static final Shape TEXT = new Shape.Scalar(true, Scalars.ENUM);

    private final Tools tools;
    private final Accessors accessors;
    private final KeyNames names;
    private final Problems problems;

    ValueTypeReader(Tools tools, Accessors accessors, KeyNames names, Problems problems) {
        this.tools = tools;
        this.accessors = accessors;
        this.names = names;
        this.problems = problems;
    }

    /**
     * Reads a record or class.
     *
     * @param tag its name, if that is to be written too
     */
    ValueType read(DeclaredType type, String writer, Optional<String> tag, KeyTrail trail, ShapeReader shapes) {
        List<ValueType.Member> members =
                Stream.concat(tag(tag), members(type, trail, shapes)).toList();
        names.checkMembers(type, members, trail);
        return valueType(type, writer, !type.asElement().getModifiers().contains(Modifier.FINAL), members.stream());
    }

    /** Reads an enum whose constants are written with the enum's name. */
    ValueType constants(DeclaredType type, String writer, String tag) {
        ValueType.Member value = new ValueType.Property("@value", "name", "name()", TEXT);
        return valueType(type, writer, /* open= */ false, Stream.concat(tag(Optional.of(tag)), Stream.of(value)));
    }

    private ValueType valueType(DeclaredType type, String writer, boolean open, Stream<ValueType.Member> members) {
        return new ValueType(
                TypeName.of(type),
                ClassName.of(Supertypes.element(type)),
                writer,
                open,
                members.sorted(Comparator.comparing(ValueType.Member::name)).toList());
    }

    private static Stream<ValueType.Member> tag(Optional<String> tag) {
        return tag.<ValueType.Member>map(text -> new ValueType.Constant("@type", text)).stream();
    }

    private Stream<ValueType.Member> members(DeclaredType type, KeyTrail trail, ShapeReader shapes) {
        List<StateField> fields = StateField.of(type, tools.types()).stream()
                .filter(field -> !field.element().getModifiers().contains(Modifier.TRANSIENT))
                .filter(field -> !accessors.isIgnored(type, field.name()))
                .sorted(Comparator.comparing(StateField::name))
                .toList();
        if (fields.isEmpty()) {
            problems.add(ProblemCode.NO_STATE, trail.place(), trail.path(), TypeText.of(type));
        }
        Set<String> seen = new HashSet<>();
        return fields.stream()
                .filter(field -> isOnlyOne(field, seen, type, trail))
                .flatMap(field -> member(field, type, trail, shapes).stream());
    }

    private boolean isOnlyOne(StateField field, Set<String> seen, DeclaredType type, KeyTrail trail) {
        boolean only = seen.add(field.name());
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
        return shapes.read(accessor.get().encoded(), accessor.get().type(), trail.member(field.name()))
                .map(shape -> new ValueType.Property(
                        names.ofProperty(type, field.name(), trail),
                        field.name(),
                        accessor.get().code(),
                        shape));
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
}
