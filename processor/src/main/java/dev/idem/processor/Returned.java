package dev.idem.processor;

import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What a method returns.
 *
 * @param shape how it hands out its result
 * @param result the type of the result itself
 */
record Returned(Shape shape, TypeMirror result) {

    static Returned by(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        return type instanceof DeclaredType declared
                        && Shape.STAGE.types.contains(Supertypes.name(declared))
                        && !TypeFacts.isRaw(declared)
                ? new Returned(Shape.STAGE, declared.getTypeArguments().get(0))
                : new Returned(Shape.VALUE, type);
    }

    /** Whether there is no result but the end of the method. */
    boolean isVoid() {
        return result.getKind() == TypeKind.VOID
                || (shape != Shape.VALUE
                        && result instanceof DeclaredType declared
                        && Supertypes.name(declared).equals("java.lang.Void"));
    }

    /** The ways to hand out a result, by the runtime's names for them. */
    enum Shape {
        VALUE,
        STAGE("java.util.concurrent.CompletionStage", "java.util.concurrent.CompletableFuture");

        @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
        private final Set<String> types;

        Shape(String... types) {
            this.types = Set.of(types);
        }
    }
}
