package dev.idem.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the constant for one operation. */
final class OperationConstant {

    private OperationConstant() {}

    static FieldSpec of(GuardedMethod method, GuardedType type) {
        return FieldSpec.builder(RuntimeNames.OPERATION, method.names().constant(), Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "new $T($>$>\n$S,\n$S,\n$T.of($L),\n$L,\n$L,\n$T::$L)$L$<$<",
                        RuntimeNames.OPERATION,
                        method.operation(),
                        method.name(),
                        List.class,
                        classes(method.parameters()),
                        storedType(method.result()),
                        policy(method.policy()),
                        type.generated(),
                        method.names().writer(),
                        options(method, type))
                .build();
    }

    private static CodeBlock classes(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> CodeBlock.of("$T.class", parameter.type()))
                .collect(CodeBlock.joining(", "));
    }

    static CodeBlock storedType(StoredType type) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.of($T.class", RuntimeNames.RESULT_TYPE, type.raw());
        type.arguments().forEach(argument -> code.add(", $L", storedType(argument)));
        code.add(")");
        type.subtypes()
                .forEach((sealedType, named) ->
                        code.add("\n.withSubtypes($T.class, $T.ofEntries($L))", sealedType, Map.class, entries(named)));
        return code.build();
    }

    private static CodeBlock entries(Map<String, TypeName> named) {
        return named.entrySet().stream()
                .map(entry -> CodeBlock.of("$T.entry($S, $T.class)", Map.class, entry.getKey(), entry.getValue()))
                .collect(CodeBlock.joining(", "));
    }

    private static CodeBlock policy(Policy policy) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.NONE", RuntimeNames.POLICY_OVERRIDES);
        policy.ttl().ifPresent(value -> code.add(".withTtl($L)", duration(value)));
        policy.lockWait().ifPresent(value -> code.add(".withLockWait($L)", duration(value)));
        policy.lease().ifPresent(value -> code.add(".withLease($L)", duration(value)));
        policy.onStoreFailure()
                .ifPresent(value -> code.add(".withOnStoreFailure($T.$L)", RuntimeNames.STORE_FAILURE, value));
        policy.onOwnerCrash().ifPresent(value -> code.add(".withOnOwnerCrash($T.$L)", RuntimeNames.OWNER_CRASH, value));
        policy.store().ifPresent(value -> code.add(".withStore($S)", value));
        policy.retry().ifPresent(value -> code.add("$>$>\n.withRetry($L)$<$<", retry(value)));
        return code.build();
    }

    private static CodeBlock retry(RetrySettings retry) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("$T.attempts($L)", RuntimeNames.RETRY_OVERRIDES, retry.maxAttempts());
        retry.backoff().ifPresent(value -> code.add(".withBackoff($L)", duration(value)));
        retry.maxBackoff().ifPresent(value -> code.add(".withMaxBackoff($L)", duration(value)));
        retry.jitter().ifPresent(value -> code.add(".withJitter($L)", value));
        exceptions("On", retry.on(), code);
        exceptions("Never", retry.never(), code);
        return code.build();
    }

    private static void exceptions(String name, List<TypeName> types, CodeBlock.Builder code) {
        if (!types.isEmpty()) {
            CodeBlock classes =
                    types.stream().map(type -> CodeBlock.of("$T.class", type)).collect(CodeBlock.joining(", "));
            code.add(".with$L($T.of($L))", name, List.class, classes);
        }
    }

    private static CodeBlock duration(Duration value) {
        return CodeBlock.of("$T.ofMillis($LL)", Duration.class, value.toMillis());
    }

    private static CodeBlock options(GuardedMethod method, GuardedType type) {
        CodeBlock.Builder code = CodeBlock.builder();
        method.unless().ifPresent(bypass -> option("Unless", bypass.writer(), type, code));
        method.clientKey().ifPresent(key -> option("ClientKey", key.reader(), type, code));
        method.recordIf().ifPresent(recordIf -> option("RecordIf", recordIf.writer(), type, code));
        if (method.shape() != Returned.Shape.VALUE) {
            code.add("\n.withShape($T.$L)", method.shape().home(), method.shape());
        }
        if (method.result().response()) {
            code.add("\n.withResultForm($T::new)", RuntimeNames.RESPONSE_ENTITY_CODEC);
            if (method.recordIf().isEmpty()) {
                code.add("\n.withRecordIf($T::isRecorded)", RuntimeNames.RESPONSE_ENTITY_CODEC);
            }
        }
        if (method.joinsTransaction()) {
            code.add("\n.joiningTransaction()");
        }
        method.each()
                .ifPresent(each -> code.add(
                        "\n.withEach($T.$L($L))", RuntimeNames.EACH, each.keyed() ? "map" : "list", each.items()));
        if (!method.replay().isEmpty()) {
            code.add("\n.withReplay($T.of($L))", List.class, String.join(", ", method.replay()));
        }
        return code.build();
    }

    private static void option(String name, String method, GuardedType type, CodeBlock.Builder code) {
        code.add("\n.with$L($T::$L)", name, type.generated(), method);
    }
}
