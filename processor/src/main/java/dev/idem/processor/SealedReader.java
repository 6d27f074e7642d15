package dev.idem.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Finds how the subtypes of sealed types are written and told apart. */
final class SealedReader {

    private final Tools tools;
    private final KeyNames names;
    private final Problems problems;

    SealedReader(Tools tools, KeyNames names, Problems problems) {
        this.tools = tools;
        this.names = names;
        this.problems = problems;
    }

    SealedType read(DeclaredType type, String writer, KeyTrail trail, ShapeReader shapes) {
        checkNames(type, trail, new HashMap<>(), type);
        List<SealedType.Subtype> subtypes = Subtypes.of(type, tools.types()).stream()
                .flatMap(subtype -> subtype(subtype, trail, shapes).stream())
                .toList();
        Optional<String> own = hasInstances(type) ? shapes.taggedWriter(type, trail) : Optional.empty();
        return new SealedType(TypeName.of(type), ClassName.of(Supertypes.element(type)), writer, subtypes, own);
    }

    private static Optional<SealedType.Subtype> subtype(DeclaredType type, KeyTrail root, ShapeReader shapes) {
        KeyTrail trail = root.subtype(type.asElement().getSimpleName().toString());
        return shapes.subtypeWriter(type, trail).map(writer -> new SealedType.Subtype(TypeName.of(type), writer));
    }

    /** A type that two sealed types on the way permit is met twice, and is still one. */
    private void checkNames(DeclaredType root, KeyTrail trail, Map<String, TypeElement> found, DeclaredType type) {
        TypeElement element = Supertypes.element(type);
        if (!Subtypes.isSealed(element) || hasInstances(type)) {
            TypeElement other = found.putIfAbsent(names.ofSubtype(element, trail), element);
            if (other != null && !other.equals(element)) {
                rejectName(root, trail, element, other);
            }
        }
        if (Subtypes.isSealed(element)) {
            Subtypes.of(type, tools.types()).forEach(subtype -> checkNames(root, trail, found, subtype));
        }
    }

    private void rejectName(DeclaredType root, KeyTrail trail, TypeElement element, TypeElement other) {
        problems.add(
                ProblemCode.DUPLICATE_SUBTYPE,
                trail.place(),
                trail.path(),
                TypeText.of(root),
                names.ofSubtype(element, trail),
                other.getQualifiedName(),
                element.getQualifiedName());
    }

    private static boolean hasInstances(DeclaredType type) {
        return !type.asElement().getModifiers().contains(Modifier.ABSTRACT);
    }
}
