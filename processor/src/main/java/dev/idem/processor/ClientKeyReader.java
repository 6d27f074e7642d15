package dev.idem.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads {@code @IdempotencyKey}. */
final class ClientKeyReader {

    /** The types whose text is their value, with the code that gives it. */
    private static final Map<String, String> CONVERSIONS = Map.of(
            "java.lang.String",
            "",
            "java.util.UUID",
            ".toString()",
            RuntimeNames.IDEMPOTENCY_KEY_HEADER.canonicalName(),
            ".key()");

    private final CastType casts;
    private final ParameterRule rule;

    ClientKeyReader(CastType casts, Problems problems) {
        this.casts = casts;
        this.rule = new ParameterRule(RuntimeNames.IDEMPOTENCY_KEY, ProblemCode.BAD_CLIENT_KEY, problems);
    }

    static boolean isClientKey(VariableElement parameter) {
        return Annotations.has(parameter, RuntimeNames.IDEMPOTENCY_KEY);
    }

    Optional<ClientKey> read(CallAnnotation annotation, String suffix) {
        List<? extends VariableElement> parameters = annotation.method().getParameters();
        List<Integer> keys = IntStream.range(0, parameters.size())
                .filter(i -> isClientKey(parameters.get(i)))
                .boxed()
                .toList();
        keys.stream().skip(1).forEach(i -> rejectSecond(parameters.get(i), annotation));
        return keys.stream().findFirst().flatMap(i -> read(i, parameters.get(i), annotation, suffix));
    }

    private Optional<ClientKey> read(int index, VariableElement parameter, CallAnnotation annotation, String suffix) {
        if (Annotations.has(parameter, RuntimeNames.KEY_IGNORE)) {
            rule.reject(
                    parameter,
                    annotation,
                    "is annotated @KeyIgnore too: it cannot be the key and left out of it",
                    "Remove one of the two annotations");
        }
        TypeMirror type = parameter.asType();
        String conversion = type instanceof DeclaredType declared ? CONVERSIONS.get(Supertypes.name(declared)) : null;
        if (conversion == null) {
            rule.reject(
                    parameter,
                    annotation,
                    "has type " + TypeText.of(type) + ", but a key is text as its client sent it",
                    "Use String, UUID or IdempotencyKeyHeader");
            return Optional.empty();
        }
        return Optional.of(new ClientKey("keyOf" + suffix, Argument.of(index, parameter, casts), conversion));
    }

    private void rejectSecond(VariableElement parameter, CallAnnotation annotation) {
        rule.reject(
                parameter,
                annotation,
                "is the second one of the method: a call has one key",
                "Remove it, and if need be join the two texts before the call");
    }
}
