package dev.idem.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads {@code savings}, numeric paths over the result. */
final class SavingsReader {

    private static final Set<TypeKind> NUMBERS =
            Set.of(TypeKind.BYTE, TypeKind.SHORT, TypeKind.INT, TypeKind.LONG, TypeKind.FLOAT, TypeKind.DOUBLE);

    private final Tools tools;
    private final CastType casts;
    private final ResultPathReader paths;
    private final UniqueNames names;

    SavingsReader(Tools tools, CastType casts, ResultPathReader paths, UniqueNames names) {
        this.tools = tools;
        this.casts = casts;
        this.paths = paths;
        this.names = names;
    }

    List<Savings> read(CallAnnotation annotation, String suffix) {
        List<Savings> found = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Setting setting : annotation.texts("savings")) {
            if (known.add(setting.text())) {
                steps(setting, annotation)
                        .map(steps -> new Savings(
                                names.take("savings" + suffix),
                                setting.text(),
                                Cast.of(annotation.recordedType(), casts),
                                steps))
                        .ifPresent(found::add);
            } else {
                reject(setting, annotation.method(), "is named twice, and would be counted twice", "Name it once");
            }
        }
        return found;
    }

    private Optional<List<Step>> steps(Setting setting, CallAnnotation annotation) {
        Optional<ResultPath> path = paths.read(setting, annotation, ProblemCode.BAD_SAVINGS);
        if (path.isPresent() && !isNumber(path.get().end())) {
            reject(
                    setting,
                    annotation.method(),
                    "has type " + TypeText.of(path.get().declared()) + ": it is an amount, which takes a number",
                    "Name a property of the result that is an int, a long, a BigDecimal or another number");
            return Optional.empty();
        }
        return path.map(ResultPath::steps);
    }

    private boolean isNumber(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return NUMBERS.contains(type.getKind());
        }
        TypeMirror number = tools.elements().getTypeElement("java.lang.Number").asType();
        return tools.types().isAssignable(type, number);
    }

    private void reject(Setting setting, ExecutableElement method, String reason, String remedy) {
        paths.reject(ProblemCode.BAD_SAVINGS, setting, method, reason, remedy);
    }
}
