package dev.idem.engine;

import dev.idem.codec.ResultType;
import dev.idem.key.ClientKey;
import dev.idem.key.ContentWriter;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A guarded method as its annotation declares it, parsed and checked at compile time. Generated code holds one constant
 * per method. Immutable.
 *
 * @param name the operation's stable name
 * @param method the method's name
 * @param parameterTypes the erased types of its parameters
 * @param resultType the declared result type
 * @param overrides what the annotation sets; the rest is left to the configuration
 * @param content writes what the key is made of, or what else is compared where the client gives the key
 * @param unless whether a call with these arguments goes straight through
 * @param clientKey reads the client's own key; null where the key is made from the content
 * @param recordIf whether this result is recorded
 * @param replay the exceptions that are outcomes
 * @param joinsTransaction whether the outcome shares the fate of the caller's transaction
 */
public record Operation(
        String name,
        String method,
        List<Class<?>> parameterTypes,
        ResultType resultType,
        PolicyOverrides overrides,
        ContentWriter content,
        Predicate<@Nullable Object[]> unless,
        @Nullable ClientKey clientKey,
        Predicate<@Nullable Object> recordIf,
        List<ReplayedException> replay,
        boolean joinsTransaction) {

    public Operation {
        parameterTypes = List.copyOf(parameterTypes);
        replay = List.copyOf(replay);
    }

    /**
     * All calls are guarded, by a key that is made from their content, all results are recorded, and no
     * exception is. They join no transaction.
     */
    public Operation(
            String name,
            String method,
            List<Class<?>> parameterTypes,
            ResultType resultType,
            PolicyOverrides overrides,
            ContentWriter content) {
        this(
                name,
                method,
                parameterTypes,
                resultType,
                overrides,
                content,
                arguments -> false,
                /* clientKey= */ null,
                result -> true,
                List.of(),
                /* joinsTransaction= */ false);
    }

    public Operation withUnless(Predicate<@Nullable Object[]> value) {
        return new Operation(
                name,
                method,
                parameterTypes,
                resultType,
                overrides,
                content,
                value,
                clientKey,
                recordIf,
                replay,
                joinsTransaction);
    }

    public Operation withClientKey(ClientKey value) {
        return new Operation(
                name,
                method,
                parameterTypes,
                resultType,
                overrides,
                content,
                unless,
                value,
                recordIf,
                replay,
                joinsTransaction);
    }

    public Operation withRecordIf(Predicate<@Nullable Object> value) {
        return new Operation(
                name,
                method,
                parameterTypes,
                resultType,
                overrides,
                content,
                unless,
                clientKey,
                value,
                replay,
                joinsTransaction);
    }

    public Operation withReplay(List<ReplayedException> value) {
        return new Operation(
                name,
                method,
                parameterTypes,
                resultType,
                overrides,
                content,
                unless,
                clientKey,
                recordIf,
                value,
                joinsTransaction);
    }

    /** The same operation, whose outcome is recorded when the caller's transaction commits. */
    public Operation joiningTransaction() {
        return new Operation(
                name,
                method,
                parameterTypes,
                resultType,
                overrides,
                content,
                unless,
                clientKey,
                recordIf,
                replay,
                /* joinsTransaction= */ true);
    }

    @Override
    public String toString() {
        return name;
    }
}
