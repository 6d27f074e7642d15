package dev.idem.processor;

import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the members of types that are not compiled together with the code that writes them. */
final class ForeignTypes {

    private final Tools tools;
    private final Set<String> compiled;

    /** With the names of the outermost types of this compilation. */
    ForeignTypes(Tools tools, Set<String> compiled) {
        this.tools = tools;
        this.compiled = compiled;
    }

    /** The members of each such type and superclass, by binary name. */
    NavigableMap<String, List<String>> of(List<WrittenType> types) {
        NavigableMap<String, List<String>> found = new TreeMap<>();
        types.stream()
                .flatMap(type -> element(type))
                .filter(type -> type.getKind() != ElementKind.ENUM)
                .flatMap(type -> Supertypes.classes((DeclaredType) type.asType()).stream())
                .filter(type -> !TypeFacts.isOfJdk(type))
                .map(Supertypes::element)
                .filter(type -> !compiled.contains(outermost(type)))
                .forEach(type -> found.put(binaryName(type), members(type)));
        return found;
    }

    /** The name of the type around all others. */
    private static String outermost(TypeElement type) {
        Element outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement outer) {
            outermost = outer;
        }
        return ((TypeElement) outermost).getQualifiedName().toString();
    }

    private Stream<TypeElement> element(WrittenType type) {
        return Stream.ofNullable(tools.elements().getTypeElement(type.erased().canonicalName()));
    }

    private List<String> members(TypeElement type) {
        Stream<String> fields = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .filter(field -> !field.getModifiers().contains(Modifier.TRANSIENT))
                .map(this::text);
        Stream<String> subtypes = type.getPermittedSubclasses().stream()
                .filter(DeclaredType.class::isInstance)
                .map(subtype -> "permits " + binaryName(Supertypes.element((DeclaredType) subtype)));
        return Stream.concat(fields, subtypes).sorted().toList();
    }

    private String text(VariableElement field) {
        return text(tools.types().erasure(field.asType())) + " " + field.getSimpleName();
    }

    private String text(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return text(array.getComponentType()) + "[]";
        }
        return type instanceof DeclaredType declared ? binaryName(Supertypes.element(declared)) : TypeText.of(type);
    }

    private String binaryName(TypeElement type) {
        return tools.elements().getBinaryName(type).toString();
    }
}
