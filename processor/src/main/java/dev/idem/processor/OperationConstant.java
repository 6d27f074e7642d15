package dev.idem.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the constant for one operation. */
final class OperationConstant {

    private OperationConstant() {}

    static FieldSpec of(GuardedMethod method, GuardedType type) {
        return FieldSpec.builder(RuntimeNames.OPERATION, method.names().constant(), Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "new $T($>$>\n$S,\n$S,\n$T.of($L),\n$L,\n$L,\n$T::$L,\n$L$L$<$<)$L",
                        RuntimeNames.OPERATION,
                        method.operation(),
                        method.name(),
                        List.class,
                        classes(method.parameters()),
                        result(method.result()),
                        policy(method.policy()),
                        type.generated(),
                        method.names().writer(),
                        unless(method.unless(), type),
                        clientKey(method.clientKey(), type),
                        method.joinsTransaction() ? ".joiningTransaction()" : "")
                .build();
    }

    private static CodeBlock classes(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> CodeBlock.of("$T.class", parameter.type()))
                .collect(CodeBlock.joining(", "));
    }

    private static CodeBlock result(StoredType type) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.of($T.class", RuntimeNames.RESULT_TYPE, type.raw());
        type.arguments().forEach(argument -> code.add(", $L", result(argument)));
        return code.add(")").build();
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
        return code.build();
    }

    private static CodeBlock duration(Duration value) {
        return CodeBlock.of("$T.ofMillis($LL)", Duration.class, value.toMillis());
    }

    private static CodeBlock clientKey(Optional<ClientKey> key, GuardedType type) {
        return key.map(present -> CodeBlock.of(",\n$T::$L", type.generated(), present.reader()))
                .orElseGet(() -> CodeBlock.of(""));
    }

    private static CodeBlock unless(Optional<Bypass> unless, GuardedType type) {
        return unless.map(bypass -> CodeBlock.of("$T::$L", type.generated(), bypass.writer()))
                .orElseGet(() -> CodeBlock.of("$T::neverBypassed", RuntimeNames.OPERATION));
    }
}
