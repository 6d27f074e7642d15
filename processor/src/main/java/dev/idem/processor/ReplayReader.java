package dev.idem.processor;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads {@code replay}, and collects the exceptions that one generated class rebuilds. */
final class ReplayReader {

    private final Tools tools;
    private final Visibility visibility;
    private final ReplayConstructors constructors;
    private final UniqueNames names;
    private final Problems problems;
    private final Map<TypeName, Replay> found = new LinkedHashMap<>();

    ReplayReader(
            Tools tools, Visibility visibility, ReplayConstructors constructors, UniqueNames names, Problems problems) {
        this.tools = tools;
        this.visibility = visibility;
        this.constructors = constructors;
        this.names = names;
        this.problems = problems;
    }

    /** The exceptions so far, in the order in which they were met. */
    List<Replay> found() {
        return List.copyOf(found.values());
    }

    /** The constants of the exceptions that are outcomes of this method. */
    List<String> read(CallAnnotation annotation) {
        Set<TypeElement> met = new HashSet<>();
        return annotation.classes("replay").stream()
                .filter(named -> isUsable(named, annotation, met))
                .map(named -> replay(named.type()).constant())
                .toList();
    }

    private boolean isUsable(ClassSetting named, CallAnnotation annotation, Set<TypeElement> met) {
        Optional<Objection> objection = met.add(Supertypes.element(named.type()))
                ? objection(named.type(), annotation)
                : Optional.of(new Objection("is named twice", "Remove one of the two"));
        objection.ifPresent(it -> problems.add(
                ProblemCode.BAD_REPLAY,
                named.place(),
                TypeText.of(named.type()),
                TypeText.of(annotation.method()),
                it.reason(),
                it.remedy()));
        return objection.isEmpty();
    }

    private Optional<Objection> objection(DeclaredType type, CallAnnotation annotation) {
        TypeElement element = Supertypes.element(type);
        if (annotation.returned().shape() == Returned.Shape.FLUX) {
            return Optional.of(new Objection(
                    "cannot be an outcome: the method returns a stream, which may have sent items before it fails, and a"
                            + " stream that fails is never recorded",
                    "Remove it, or send the failure as a last item"));
        }
        if (element.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of(new Objection(
                    "is abstract, and only exceptions of exactly a named class are recorded",
                    "Name the classes that the method throws"));
        }
        if (!canBeThrown(type, annotation)) {
            return Optional.of(new Objection(
                    "is checked, and the method does not declare it: a duplicate could not throw it",
                    "Add it to the method's throws clause"));
        }
        if (TypeFacts.isInner(element)) {
            return Optional.of(
                    new Objection("is an inner class and needs its outer instance", "Make the class static"));
        }
        if (!visibility.sees(type)) {
            return Optional.of(new Objection(
                    "cannot be seen by the generated class in package '" + visibility.packageName() + "'",
                    "Make it, and every type around it, public, or package-private in that package"));
        }
        return constructors.objection(type);
    }

    /** A stage fails with any exception, and declares none. */
    private boolean canBeThrown(DeclaredType type, CallAnnotation annotation) {
        return tools.isUnchecked(type)
                || annotation.returned().shape() != Returned.Shape.VALUE
                || annotation.method().getThrownTypes().stream()
                        .anyMatch(thrown -> tools.types().isSubtype(type, thrown));
    }

    private Replay replay(DeclaredType type) {
        TypeName name = TypeName.of(type);
        Replay known = found.get(name);
        if (known == null) {
            String simple = type.asElement().getSimpleName().toString();
            known = new Replay(
                    names.take(ConstantName.of(simple)),
                    names.take("partsOf" + simple),
                    names.take("new" + simple),
                    name,
                    constructors.arguments(type));
            found.put(name, known);
        }
        return known;
    }
}
