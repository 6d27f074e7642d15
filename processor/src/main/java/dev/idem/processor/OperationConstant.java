package dev.idem.processor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the constant for one operation. */
final class OperationConstant {

    private OperationConstant() {}

    static void write(GuardedMethod method, boolean hasLookup, ClassName generated, CodeWriter code) {
        code.member()
                .add(
                        """
                        static final $ $ = new $(
                                $,
                                $,
                                $.of($),
                                $,
                                $,
                                $::$)$;
                        """,
                        RuntimeNames.OPERATION,
                        method.names().constant(),
                        RuntimeNames.OPERATION,
                        StringLiteral.of(method.operation()),
                        StringLiteral.of(method.name()),
                        List.class,
                        classes(method.parameters().stream().map(Parameter::type)),
                        storedType(method.result()),
                        policy(method.policy()),
                        generated,
                        method.names().writer(),
                        options(method, hasLookup, generated));
    }

    private static Code classes(Stream<TypeName> types) {
        return Code.joined(", ", types.map(type -> Code.of("$.class", type)));
    }

    /** The expression for a type, at the place of an argument in a constant. */
    static Code storedType(StoredType type) {
        return code -> {
            code.add("$.of($.class", RuntimeNames.RESULT_TYPE, type.raw());
            type.arguments().forEach(argument -> code.add(", $", storedType(argument)));
            code.add(")");
            type.subtypes()
                    .forEach((sealedType, named) ->
                            code.add("\n        .withSubtypes($.class, $)", sealedType, entries(named)));
        };
    }

    private static Code entries(Map<String, TypeName> named) {
        Stream<Code> entries = named.entrySet().stream()
                .map(entry ->
                        Code.of("$.entry($, $.class)", Map.class, StringLiteral.of(entry.getKey()), entry.getValue()));
        return Code.of("$.ofEntries($)", Map.class, Code.joined(", ", entries));
    }

    private static Code policy(Policy policy) {
        return code -> {
            code.add("$.NONE", RuntimeNames.POLICY_OVERRIDES);
            policy.ttl().ifPresent(value -> code.add(".withTtl($)", duration(value)));
            policy.lockWait().ifPresent(value -> code.add(".withLockWait($)", duration(value)));
            policy.lease().ifPresent(value -> code.add(".withLease($)", duration(value)));
            policy.onStoreFailure()
                    .ifPresent(value -> code.add(".withOnStoreFailure($.$)", RuntimeNames.STORE_FAILURE, value));
            policy.onOwnerCrash()
                    .ifPresent(value -> code.add(".withOnOwnerCrash($.$)", RuntimeNames.OWNER_CRASH, value));
            policy.store().ifPresent(value -> code.add(".withStore($)", StringLiteral.of(value)));
            policy.retry().ifPresent(value -> code.add("\n                .withRetry($)", retry(value)));
        };
    }

    private static Code retry(RetrySettings retry) {
        return code -> {
            code.add("$.attempts($)", RuntimeNames.RETRY_OVERRIDES, retry.maxAttempts());
            retry.backoff().ifPresent(value -> code.add(".withBackoff($)", duration(value)));
            retry.maxBackoff().ifPresent(value -> code.add(".withMaxBackoff($)", duration(value)));
            retry.jitter().ifPresent(value -> code.add(".withJitter($)", value));
            exceptions("On", retry.on(), code);
            exceptions("Never", retry.never(), code);
        };
    }

    private static void exceptions(String name, List<TypeName> types, CodeWriter code) {
        if (!types.isEmpty()) {
            code.add(".with$($.of($))", name, List.class, classes(types.stream()));
        }
    }

    private static Code duration(Duration value) {
        return Code.of("$.ofMillis($L)", Duration.class, value.toMillis());
    }

    private static Code options(GuardedMethod method, boolean hasLookup, ClassName generated) {
        return code -> {
            method.unless().ifPresent(bypass -> option("Unless", generated, bypass.writer(), code));
            method.clientKey().ifPresent(key -> option("ClientKey", generated, key.reader(), code));
            method.recordIf().ifPresent(recordIf -> option("RecordIf", generated, recordIf.writer(), code));
            if (method.shape() != Returned.Shape.VALUE) {
                code.add("\n        .withShape($.$)", method.shape().home(), method.shape());
            }
            if (method.result().response()) {
                option("ResultForm", RuntimeNames.RESPONSE_ENTITY_CODEC, "new", code);
                if (method.recordIf().isEmpty()) {
                    option("RecordIf", RuntimeNames.RESPONSE_ENTITY_CODEC, "isRecorded", code);
                }
            }
            if (method.joinsTransaction()) {
                code.add("\n        .joiningTransaction()");
            }
            method.each().ifPresent(each -> each(each, code));
            savings(method.savings(), generated, code);
            if (!method.replay().isEmpty()) {
                code.add("\n        .withReplay($.of($))", List.class, String.join(", ", method.replay()));
            }
            if (method.immutableResult()) {
                code.add("\n        .withImmutableResult()");
            }
            if (hasLookup) {
                code.add("\n        .withLookup($)", LookupMethods.key(method, generated));
            }
        };
    }

    private static void savings(List<Savings> savings, ClassName generated, CodeWriter code) {
        if (!savings.isEmpty()) {
            Stream<Code> amounts = savings.stream()
                    .map(amount -> Code.of(
                            "new $($, $::$)",
                            RuntimeNames.SAVING,
                            StringLiteral.of(amount.path()),
                            generated,
                            amount.reader()));
            code.add("\n        .withSavings($.of($))", List.class, Code.joined(", ", amounts));
        }
    }

    private static void option(String name, ClassName owner, String method, CodeWriter code) {
        code.add("\n        .with$($::$)", name, owner, method);
    }

    private static void each(Each each, CodeWriter code) {
        code.add("\n        .withEach($.$($))", RuntimeNames.EACH, each.keyed() ? "map" : "list", each.items());
    }
}
