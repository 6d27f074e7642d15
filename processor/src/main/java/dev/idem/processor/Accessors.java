package dev.idem.processor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds how generated code reads a property: through a record component, {@code getX()}, {@code isX()}, a public
 * {@code x()}, or a public field, in this order.
 */
final class Accessors {

    private static final Set<String> METHODS_OF_OBJECT =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Tools tools;
    private final Visibility visibility;
    private final Map<Element, List<? extends Element>> members = new HashMap<>();

    Accessors(Tools tools, Visibility visibility) {
        this.tools = tools;
        this.visibility = visibility;
    }

    Optional<Accessor> find(DeclaredType owner, String property) {
        return members(owner)
                .filter(member -> isReadable(member) && form(member, property).isPresent())
                .filter(member -> !isOfAnother(owner, member, property))
                .min(Comparator.comparing(member -> form(member, property).orElseThrow()))
                .map(member -> accessor(owner, member, property));
    }

    /** Whether {@code @KeyIgnore} is on the property's component, field or a method that reads it. */
    boolean isIgnored(DeclaredType owner, String property) {
        return annotated(owner, property, RuntimeNames.KEY_IGNORE).isPresent();
    }

    /** The nearest of the property's component, field and methods that has the annotation. */
    Optional<? extends Element> annotated(DeclaredType owner, String property, ClassName annotation) {
        return members(owner)
                .filter(member -> Annotations.has(member, annotation))
                .filter(member -> isOf(member, property))
                .findFirst();
    }

    /** The readable properties by the names of components, fields and getters, for messages. */
    List<String> names(DeclaredType owner) {
        return members(owner)
                .flatMap(member -> names(member))
                .distinct()
                .filter(property -> find(owner, property).isPresent())
                .sorted()
                .toList();
    }

    /** Whether a getter reads a field whose name fits it better. */
    private boolean isOfAnother(DeclaredType owner, Element member, String property) {
        String name = member.getSimpleName().toString();
        return !name.equals(property)
                && member.getKind() == ElementKind.METHOD
                && Stream.concat(PropertyNames.ofGet(name).stream(), PropertyNames.ofIs(name).stream())
                        .filter(better -> !better.equals(property))
                        .anyMatch(better -> members(owner)
                                .anyMatch(other -> other.getKind() == ElementKind.FIELD
                                        && other.getSimpleName().contentEquals(better)));
    }

    private Accessor accessor(DeclaredType owner, Element member, String property) {
        TypeMirror type = tools.types().asMemberOf(owner, member);
        boolean ignored = isIgnored(owner, property);
        Optional<? extends Element> encoded = annotated(owner, property, RuntimeNames.KEY_ENCODED_BY);
        return type instanceof ExecutableType method
                ? new Accessor(property, member.getSimpleName() + "()", method.getReturnType(), ignored, encoded)
                : new Accessor(property, member.getSimpleName().toString(), type, ignored, encoded);
    }

    private Stream<? extends Element> members(DeclaredType owner) {
        List<? extends Element> known = members.get(owner.asElement());
        if (known == null) {
            known = Supertypes.all(owner, tools.types()).stream()
                    .flatMap(type -> type.asElement().getEnclosedElements().stream())
                    .filter(member -> !member.getModifiers().contains(Modifier.STATIC))
                    .toList();
            members.put(owner.asElement(), known);
        }
        return known.stream();
    }

    private static Stream<String> names(Element member) {
        String name = member.getSimpleName().toString();
        return switch (member.getKind()) {
            case FIELD, RECORD_COMPONENT -> Stream.of(name);
            case METHOD ->
                Stream.of(PropertyNames.ofGet(name), PropertyNames.ofIs(name), question(member))
                        .flatMap(Optional::stream);
            default -> Stream.empty();
        };
    }

    /** The name of a public method that answers yes or no, such as {@code creative()}. */
    private static Optional<String> question(Element method) {
        String name = method.getSimpleName().toString();
        return Optional.of(name)
                .filter(question -> isBoolean(method) && method.getModifiers().contains(Modifier.PUBLIC))
                .filter(question -> PropertyNames.ofIs(question).isEmpty());
    }

    private static boolean isOf(Element member, String property) {
        return switch (member.getKind()) {
            case FIELD, RECORD_COMPONENT -> member.getSimpleName().contentEquals(property);
            case METHOD ->
                ((ExecutableElement) member).getParameters().isEmpty()
                        && PropertyNames.mayRead(member.getSimpleName().toString(), property);
            default -> false;
        };
    }

    private boolean isReadable(Element member) {
        return switch (member.getKind()) {
            case FIELD -> member.getModifiers().contains(Modifier.PUBLIC);
            case METHOD -> visibility.seesMember(member) && isReader((ExecutableElement) member);
            default -> false;
        };
    }

    private boolean isReader(ExecutableElement method) {
        return method.getParameters().isEmpty()
                && method.getTypeParameters().isEmpty()
                && method.getReturnType().getKind() != TypeKind.VOID
                && method.getThrownTypes().stream().allMatch(tools::isUnchecked)
                && !METHODS_OF_OBJECT.contains(method.getSimpleName().toString());
    }

    /** The form in which a member reads the property, if it does; forms are in order of preference. */
    private static Optional<Form> form(Element member, String property) {
        if (member instanceof VariableElement) {
            return form(member.getSimpleName().contentEquals(property), Form.FIELD);
        }
        String name = member.getSimpleName().toString();
        if (name.equals(property) && member.getModifiers().contains(Modifier.PUBLIC)) {
            return Optional.of(isComponent(member, property) ? Form.COMPONENT : Form.PLAIN);
        }
        if (PropertyNames.isGet(name, property)) {
            return Optional.of(Form.GET);
        }
        return form(PropertyNames.isIs(name, property) && isBoolean(member), Form.IS);
    }

    private static Optional<Form> form(boolean matches, Form form) {
        return matches ? Optional.of(form) : Optional.empty();
    }

    private static boolean isComponent(Element method, String property) {
        return TypeFacts.owner(method).getEnclosedElements().stream()
                .anyMatch(member -> member.getKind() == ElementKind.RECORD_COMPONENT
                        && member.getSimpleName().contentEquals(property));
    }

    private static boolean isBoolean(Element method) {
        return BooleanType.includes(((ExecutableElement) method).getReturnType());
    }

    private enum Form {
        COMPONENT,
        GET,
        IS,
        PLAIN,
        FIELD
    }
}
