package dev.idem.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The items that a method is guarded by, one by one.
 *
 * @param items the index of their parameter
 * @param item the type of one item
 * @param result the type of one result
 * @param keyed whether the results are in a map by item
 */
record Each(int items, TypeMirror item, TypeMirror result, boolean keyed) {

    /** What the annotation and the types say; empty if there is no such attribute, or if {@link EachReader} rejects it. */
    static Optional<Each> of(CallAnnotation annotation) {
        return index(annotation)
                .flatMap(index -> item(annotation.method().getParameters().get(index))
                        .flatMap(item -> of(index, item, annotation.returned().result())));
    }

    private static Optional<Each> of(int index, TypeMirror item, TypeMirror result) {
        return Container.LIST
                .arguments(result)
                .map(arguments -> new Each(index, item, arguments.get(0), /* keyed= */ false))
                .or(() -> Container.MAP
                        .arguments(result)
                        .map(arguments -> new Each(index, item, arguments.get(1), /* keyed= */ true)));
    }

    /** The index of the named parameter, if there is one of that name. */
    static Optional<Integer> index(CallAnnotation annotation) {
        List<? extends VariableElement> parameters = annotation.method().getParameters();
        return annotation
                .text("each")
                .flatMap(setting -> IntStream.range(0, parameters.size())
                        .boxed()
                        .filter(i -> parameters.get(i).getSimpleName().contentEquals(setting.text()))
                        .findFirst());
    }

    /** The type of the items in a list. */
    static Optional<TypeMirror> item(VariableElement list) {
        return Container.LIST.arguments(list.asType()).map(arguments -> arguments.get(0));
    }

    /** The types that hold many values. */
    enum Container {
        LIST("java.util.List"),
        MAP("java.util.Map");

        private final String name;

        Container(String name) {
            this.name = name;
        }

        /** The type arguments, if it is this type and has any. */
        Optional<List<? extends TypeMirror>> arguments(TypeMirror type) {
            return TypeFacts.requireResolved(type) instanceof DeclaredType declared
                            && Supertypes.name(declared).equals(name)
                            && !TypeFacts.isRaw(declared)
                    ? Optional.of(declared.getTypeArguments())
                    : Optional.empty();
        }
    }
}
