package dev.idem.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A value in a key that may deserve a warning.
 *
 * @param origin the parameter that it is reached from
 * @param element the parameter or field that holds it
 * @param type its type, perhaps that of an element of what the field holds
 * @param trail the way to it
 * @param chosen whether the user named it by a path
 */
record Suspect(VariableElement origin, Element element, TypeMirror type, KeyTrail trail, boolean chosen) {

    private static final String OPTIONAL = "java.util.Optional";

    static Suspect parameter(VariableElement parameter) {
        KeyTrail trail =
                new KeyTrail(Place.of(parameter), parameter.getSimpleName().toString());
        return new Suspect(parameter, parameter, parameter.asType(), trail, false).withoutOptional();
    }

    /** A parameter that a path begins with. */
    static Suspect named(VariableElement parameter, KeyTrail trail) {
        return new Suspect(parameter, parameter, parameter.asType(), trail, true);
    }

    /** The same path, one step on. */
    Suspect at(Element member, TypeMirror memberType) {
        return new Suspect(origin, member, memberType, trail, chosen);
    }

    Suspect member(StateField field) {
        return new Suspect(origin, field.element(), field.type(), trail.member(field.name()), false).withoutOptional();
    }

    /** Its name; with brackets, which no name has, for an element of what has that name. */
    String name() {
        return trail.path().substring(trail.path().lastIndexOf('.') + 1);
    }

    boolean isParameter() {
        return element.getKind() == ElementKind.PARAMETER;
    }

    /** Whether the user's own code writes all values of its type. */
    boolean isEncoded() {
        return type instanceof DeclaredType declared && EncoderReader.isEncoded(declared.asElement());
    }

    boolean hasType(Set<TypeKind> kinds, Set<String> names) {
        return kinds.contains(type.getKind())
                || (type instanceof DeclaredType declared && names.contains(Supertypes.name(declared)));
    }

    /** What an Optional holds; other values themselves. */
    Suspect withoutOptional() {
        return type instanceof DeclaredType declared
                        && Supertypes.name(declared).equals(OPTIONAL)
                        && !TypeFacts.isRaw(declared)
                ? at(element, declared.getTypeArguments().get(0))
                : this;
    }

    /** The values inside an array, a collection or a map. */
    Stream<Suspect> contents() {
        if (type instanceof ArrayType array) {
            return Stream.of(element(array.getComponentType()));
        }
        if (!(type instanceof DeclaredType declared) || TypeFacts.isRaw(declared)) {
            return Stream.empty();
        }
        List<? extends TypeMirror> arguments = declared.getTypeArguments();
        return switch (Supertypes.name(declared)) {
            case "java.util.List", "java.util.Set" -> Stream.of(element(arguments.get(0)));
            case "java.util.Map" -> Stream.of(element(arguments.get(1)));
            default -> Stream.empty();
        };
    }

    /** The classes whose fields are written; the permitted ones of a sealed type. */
    Stream<DeclaredType> structures(Tools tools) {
        if (!(type instanceof DeclaredType declared) || TypeFacts.isOfJdk(declared) || TypeFacts.isEndless(declared)) {
            return Stream.empty();
        }
        TypeElement declaration = Supertypes.element(declared);
        if (declaration.getModifiers().contains(Modifier.SEALED)) {
            return declaration.getPermittedSubclasses().stream()
                    .filter(DeclaredType.class::isInstance)
                    .flatMap(permitted -> at(element, permitted).structures(tools));
        }
        return declaration.getKind() == ElementKind.CLASS || declaration.getKind() == ElementKind.RECORD
                ? Stream.of(declared)
                : Stream.empty();
    }

    private Suspect element(TypeMirror elementType) {
        return new Suspect(origin, element, elementType, trail.element(), chosen).withoutOptional();
    }
}
