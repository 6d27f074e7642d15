package dev.idem.processor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the constructor that rebuilds an exception: of those whose parameters can all be read back from it, the one that
 * takes most of it, with the fewest parameters besides. A parameter is read back by the property of its name.
 */
final class ReplayConstructors {

    private static final Set<String> MESSAGE = Set.of("message", "msg");
    private static final String GET_MESSAGE = "getMessage()";
    private static final String CAUSE = "cause";

    private static final Comparator<List<ReplayArgument>> BEST_FIRST = Comparator.<List<ReplayArgument>>comparingInt(
                    arguments -> -(int) arguments.stream()
                            .filter(ReplayArgument.Part.class::isInstance)
                            .count())
            .thenComparingInt(List::size);

    private final Tools tools;
    private final Visibility visibility;
    private final Accessors accessors;
    private final CastType casts;

    ReplayConstructors(Tools tools, Visibility visibility, Accessors accessors, CastType casts) {
        this.tools = tools;
        this.visibility = visibility;
        this.accessors = accessors;
        this.casts = casts;
    }

    /** Why no constructor rebuilds the exception; empty if one does. */
    Optional<Objection> objection(DeclaredType type) {
        return rebuilding(type).findAny().isPresent()
                ? Optional.empty()
                : Optional.of(new Objection(
                        "cannot be rebuilt: " + reason(type),
                        "Give it a constructor that takes 'message', 'cause' and properties by their names, and throws"
                                + " nothing checked"));
    }

    /** The arguments of the constructor; there is one if there is no objection. */
    List<ReplayArgument> arguments(DeclaredType type) {
        return rebuilding(type).min(BEST_FIRST).orElseThrow();
    }

    private Stream<List<ReplayArgument>> rebuilding(DeclaredType type) {
        return callable(type)
                .filter(constructor -> unreadable(type, constructor).isEmpty())
                .map(constructor -> IntStream.range(
                                0, constructor.getParameters().size())
                        .mapToObj(i -> argument(type, constructor, i).orElseThrow())
                        .toList());
    }

    private Stream<ExecutableElement> callable(DeclaredType type) {
        return ElementFilter.constructorsIn(type.asElement().getEnclosedElements()).stream()
                .filter(visibility::seesMember)
                .filter(constructor -> constructor.getTypeParameters().isEmpty())
                .filter(constructor -> constructor.getThrownTypes().stream().allMatch(tools::isUnchecked));
    }

    /** What the constructor that comes nearest lacks. */
    private String reason(DeclaredType type) {
        return callable(type)
                .map(constructor -> unreadable(type, constructor))
                .min(Comparator.comparingInt(List::size))
                .map(unreadable -> unreadable.get(0))
                .map(parameter -> "its constructor takes '" + parameter.getSimpleName() + "' of type "
                        + TypeText.of(parameter.asType())
                        + ", which is neither its message, nor its cause, nor a property that can be stored")
                .orElseGet(() -> "the generated class in package '" + visibility.packageName()
                        + "' can call no constructor of it");
    }

    private List<? extends VariableElement> unreadable(DeclaredType type, ExecutableElement constructor) {
        return IntStream.range(0, constructor.getParameters().size())
                .filter(i -> argument(type, constructor, i).isEmpty())
                .mapToObj(i -> constructor.getParameters().get(i))
                .toList();
    }

    private Optional<ReplayArgument> argument(DeclaredType owner, ExecutableElement constructor, int index) {
        VariableElement parameter = constructor.getParameters().get(index);
        String name = parameter.getSimpleName().toString();
        TypeMirror type = TypeFacts.requireResolved(parameter.asType());
        boolean conventional = isConventional(owner, constructor);
        if (isThrowable(type)) {
            return (name.equals(CAUSE) || conventional) && visibility.sees(type)
                    ? Optional.of(new ReplayArgument.NoCause(TypeName.of(type)))
                    : Optional.empty();
        }
        Optional<String> property = accessors
                .find(owner, name)
                .filter(found -> fits(found.type(), type))
                .map(Accessor::code);
        boolean isMessage = isString(type) && (conventional || MESSAGE.contains(name));
        return (property.isEmpty() && isMessage ? Optional.of(GET_MESSAGE) : property)
                .filter(code -> isStorable(type))
                .map(code -> new ReplayArgument.Part(code, StoredType.of(type, tools), Cast.of(type, casts)));
    }

    /** Whether the types tell what the parameters are, as names do not or are the JDK's: message, or message and cause. */
    private boolean isConventional(DeclaredType owner, ExecutableElement constructor) {
        List<? extends VariableElement> parameters = constructor.getParameters();
        boolean ofMessage = !parameters.isEmpty()
                && parameters.size() <= 2
                && isString(parameters.get(0).asType())
                && parameters.stream().skip(1).allMatch(cause -> isThrowable(cause.asType()));
        return ofMessage && (TypeFacts.isOfJdk(owner) || isNameless(parameters));
    }

    /** What compilers call the parameters of a class file that does not name them. */
    private static boolean isNameless(List<? extends VariableElement> parameters) {
        return IntStream.range(0, parameters.size())
                .allMatch(i -> parameters.get(i).getSimpleName().contentEquals("arg" + i));
    }

    private boolean isThrowable(TypeMirror type) {
        return tools.types()
                .isSubtype(
                        type,
                        tools.elements().getTypeElement("java.lang.Throwable").asType());
    }

    private static boolean isString(TypeMirror type) {
        return type instanceof DeclaredType declared
                && Supertypes.name(declared).equals("java.lang.String");
    }

    /** Whether what a property reads is what the parameter takes, with no number widened on the way. */
    private boolean fits(TypeMirror property, TypeMirror parameter) {
        return tools.types().isSubtype(boxed(property), boxed(parameter));
    }

    private TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? tools.types().boxedClass(primitive).asType()
                : type;
    }

    /** A response is recorded as a result alone. */
    private boolean isStorable(TypeMirror type) {
        return !ResponseType.includes(type)
                && new StorableCheck(tools).objections(type).isEmpty()
                && StoredType.named(type, tools).allMatch(visibility::sees);
    }
}
