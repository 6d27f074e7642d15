package dev.idem.processor;

import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/** Reads {@code unless}. */
final class BypassReader {

    private final PathReader paths;
    private final Problems problems;

    BypassReader(PathReader paths, Problems problems) {
        this.paths = paths;
        this.problems = problems;
    }

    Optional<Bypass> read(CallAnnotation annotation, String suffix) {
        return annotation
                .text("unless")
                .flatMap(setting -> paths.read(setting, annotation.method())
                        .filter(path -> isBoolean(path, setting, annotation.method()))
                        .map(path -> new Bypass(
                                "unless" + suffix,
                                path.argument(),
                                new Condition(
                                        path.steps().stream().map(Step::of).toList(),
                                        path.type().getKind().isPrimitive()))));
    }

    private boolean isBoolean(PropertyPath path, Setting setting, ExecutableElement method) {
        boolean isBoolean = BooleanType.includes(path.type());
        if (!isBoolean) {
            problems.add(
                    ProblemCode.BAD_UNLESS,
                    setting.place(),
                    setting.text(),
                    TypeText.of(method),
                    TypeText.of(path.type()));
        }
        return isBoolean;
    }
}
