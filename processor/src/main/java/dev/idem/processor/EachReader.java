package dev.idem.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The rules for {@code each}: the items are in a list, each has a key of its own, and a result of its own. */
final class EachReader {

    private final Tools tools;
    private final PathReader paths;
    private final Problems problems;

    EachReader(Tools tools, PathReader paths, Problems problems) {
        this.tools = tools;
        this.paths = paths;
        this.problems = problems;
    }

    /** False for a method that cannot be guarded item by item as it says; the problem was added. */
    boolean allow(CallAnnotation annotation) {
        Optional<Setting> setting = annotation.text("each");
        if (setting.isEmpty()) {
            return true;
        }
        Optional<Integer> index = Each.index(annotation);
        if (index.isEmpty()) {
            paths.rejectParameter(setting.get(), List.of(setting.get().text()), annotation.method());
            return false;
        }
        VariableElement items = annotation.method().getParameters().get(index.get());
        Optional<Objection> objection =
                types(annotation, items).or(() -> keys(annotation, items)).or(() -> attributes(annotation));
        objection.ifPresent(it -> problems.add(
                ProblemCode.BAD_EACH,
                setting.get().place(),
                setting.get().text(),
                TypeText.of(annotation.method()),
                it.reason(),
                it.remedy()));
        return objection.isEmpty();
    }

    private Optional<Objection> types(CallAnnotation annotation, VariableElement items) {
        Optional<TypeMirror> item = Each.item(items);
        if (item.isEmpty() || item.get().getKind() == TypeKind.WILDCARD) {
            return Optional.of(new Objection(
                    "has type " + TypeText.of(items.asType()) + ": the items are in a java.util.List of a named type",
                    "Take a List, as in List<Prompt>"));
        }
        TypeMirror result = annotation.returned().result();
        if (Each.of(annotation).isEmpty()) {
            return Optional.of(new Objection(
                    "needs a result for each item, but the method returns "
                            + TypeText.of(annotation.method().getReturnType()),
                    "Return a List in the order of the items, or a Map by item"));
        }
        return Each.Container.MAP
                .arguments(result)
                .filter(arguments -> !tools.types().isSameType(arguments.get(0), item.get()))
                .map(arguments -> new Objection(
                        "has items of type " + TypeText.of(item.get()) + ", but the method returns "
                                + TypeText.of(result) + ", in which no item could be found",
                        "Return a Map whose keys are the items"));
    }

    private static Optional<Objection> keys(CallAnnotation annotation, VariableElement items) {
        List<? extends VariableElement> parameters = annotation.method().getParameters();
        String name = items.getSimpleName().toString();
        if (Annotations.has(items, RuntimeNames.KEY_IGNORE)) {
            return Optional.of(new Objection(
                    "is annotated @KeyIgnore: all items would have one key", "Remove @KeyIgnore, or each"));
        }
        if (parameters.stream().anyMatch(ClientKeyReader::isClientKey)) {
            return Optional.of(new Objection(
                    "goes with an @IdempotencyKey: all items would have that one key",
                    "Let each item bring a key of its own, as a property, and name it with key; or remove each"));
        }
        if (parameters.stream().anyMatch(WholeContentReader::isWholeContent)) {
            return Optional.of(new Objection(
                    "goes with a @KeyContent: the content of a call would not be that of an item",
                    "Remove @KeyContent, or each"));
        }
        List<Setting> key = annotation.texts("key");
        boolean named = key.stream()
                .anyMatch(path -> path.text().equals(name) || path.text().startsWith(name + "."));
        return key.isEmpty() || named
                ? Optional.empty()
                : Optional.of(new Objection(
                        "is not in key: all items would have one key",
                        "Add '" + name + "' or one of its items' properties to key"));
    }

    private static Optional<Objection> attributes(CallAnnotation annotation) {
        if (annotation.isTrue("joinsTransaction")) {
            return Optional.of(new Objection(
                    "goes with joinsTransaction: the results of some items are recorded while others are waited for",
                    "Remove one of the two"));
        }
        return annotation.classes("replay").isEmpty()
                ? Optional.empty()
                : Optional.of(new Objection(
                        "goes with replay: an exception is thrown for a whole list, and is the outcome of no item",
                        "Remove replay, and give failed items results that say so"));
    }
}
