package dev.idem.processor;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** A type as generated code names it; equal names are of one type. Its text has all classes in full. */
sealed interface TypeName extends Code
        permits ClassName, TypeName.Word, TypeName.Array, TypeName.Generic, TypeName.Bounded {

    static TypeName of(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> new Array(of(((ArrayType) type).getComponentType()));
            case DECLARED -> ofDeclared((DeclaredType) type);
            case WILDCARD -> ofWildcard((WildcardType) type);
            default -> new Word(TypeText.of(type));
        };
    }

    /** Of what is around an inner class generated code names no type arguments: {@link CastType} sees to it. */
    private static TypeName ofDeclared(DeclaredType type) {
        ClassName raw = ClassName.of(Supertypes.element(type));
        return type.getTypeArguments().isEmpty()
                ? raw
                : new Generic(
                        raw, type.getTypeArguments().stream().map(TypeName::of).toList());
    }

    private static TypeName ofWildcard(WildcardType type) {
        if (type.getExtendsBound() != null) {
            return new Bounded("extends", of(type.getExtendsBound()));
        }
        return type.getSuperBound() == null ? new Word("?") : new Bounded("super", of(type.getSuperBound()));
    }

    /** A primitive type, {@code void}, a type variable, or a wildcard without a bound. */
    record Word(String text) implements TypeName {

        @Override
        public void writeTo(CodeWriter out) {
            out.add("$", text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** An array. */
    record Array(TypeName component) implements TypeName {

        @Override
        public void writeTo(CodeWriter out) {
            out.add("$[]", component);
        }

        @Override
        public String toString() {
            return component + "[]";
        }
    }

    /** A class with type arguments. */
    record Generic(ClassName raw, List<TypeName> arguments) implements TypeName {

        public Generic {
            arguments = List.copyOf(arguments);
        }

        @Override
        public void writeTo(CodeWriter out) {
            out.add("$<$>", raw, Code.joined(", ", arguments.stream()));
        }

        @Override
        public String toString() {
            return arguments.stream().map(TypeName::toString).collect(Collectors.joining(", ", raw + "<", ">"));
        }
    }

    /** A wildcard with a bound. */
    record Bounded(String keyword, TypeName bound) implements TypeName {

        @Override
        public void writeTo(CodeWriter out) {
            out.add("? $ $", keyword, bound);
        }

        @Override
        public String toString() {
            return "? " + keyword + " " + bound;
        }
    }
}
