package dev.idem.processor;

import java.util.Set;
import java.util.stream.Stream;
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
        if (type instanceof DeclaredType declared && !TypeFacts.isRaw(declared)) {
            Shape shape = Shape.of(Supertypes.name(declared));
            if (shape != Shape.VALUE) {
                return new Returned(shape, declared.getTypeArguments().get(0));
            }
        }
        return new Returned(Shape.VALUE, type);
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
        VALUE(RuntimeNames.RETURN_SHAPE),
        STAGE(
                RuntimeNames.RETURN_SHAPE,
                "java.util.concurrent.CompletionStage",
                "java.util.concurrent.CompletableFuture"),
        MONO(RuntimeNames.REACTOR_SHAPES, "reactor.core.publisher.Mono"),
        FLUX(RuntimeNames.REACTOR_SHAPES, "reactor.core.publisher.Flux");

        @SuppressWarnings("ImmutableEnumChecker") // has no setters
        private final ClassName home;

        @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
        private final Set<String> types;

        Shape(ClassName home, String... types) {
            this.home = home;
            this.types = Set.of(types);
        }

        /** The runtime's class that holds the shape. */
        ClassName home() {
            return home;
        }

        private static Shape of(String type) {
            return Stream.of(values())
                    .filter(shape -> shape.types.contains(type))
                    .findFirst()
                    .orElse(VALUE);
        }
    }
}
