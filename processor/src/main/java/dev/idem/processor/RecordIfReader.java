package dev.idem.processor;

import java.util.Optional;

/** Reads {@code recordIf}, a boolean path over the result. */
final class RecordIfReader {

    private final CastType casts;
    private final ResultPathReader paths;

    RecordIfReader(CastType casts, ResultPathReader paths) {
        this.casts = casts;
        this.paths = paths;
    }

    Optional<RecordIf> read(CallAnnotation annotation, String suffix) {
        return annotation
                .text("recordIf")
                .flatMap(setting -> condition(setting, annotation))
                .map(condition ->
                        new RecordIf("recordIf" + suffix, Cast.of(annotation.recordedType(), casts), condition));
    }

    private Optional<Condition> condition(Setting setting, CallAnnotation annotation) {
        Optional<ResultPath> path = paths.read(setting, annotation, ProblemCode.BAD_RECORD_IF);
        if (path.isPresent() && !BooleanType.includes(path.get().end())) {
            paths.reject(
                    ProblemCode.BAD_RECORD_IF,
                    setting,
                    annotation.method(),
                    "has type " + TypeText.of(path.get().declared())
                            + ": it decides whether a result is recorded, which takes a boolean",
                    "Name a boolean property of the result");
            return Optional.empty();
        }
        return path.map(
                found -> new Condition(found.steps(), found.end().getKind().isPrimitive()));
    }
}
