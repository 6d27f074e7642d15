package dev.idem.processor;

import java.util.List;
import java.util.Optional;

/**
 * A valid guarded method, ready to be written.
 *
 * @param names what the generated class calls its parts
 * @param operation the operation's name
 * @param name the method's name
 * @param parameters its parameters in order of declaration
 * @param shape how it hands out its result
 * @param result the type of its result
 * @param immutableResult whether nobody can change a result, if nobody can change the collections in it
 * @param content what makes the key, or is compared where the client gives it
 * @param savings what a run uses, and a replay saves
 * @param replay the constants of the exceptions that are outcomes
 * @param joinsTransaction whether the outcome shares the fate of the caller's transaction
 */
record GuardedMethod(
        MethodNames names,
        String operation,
        String name,
        List<Parameter> parameters,
        Returned.Shape shape,
        StoredType result,
        boolean immutableResult,
        Policy policy,
        Content content,
        Optional<Bypass> unless,
        Optional<ClientKey> clientKey,
        Optional<RecordIf> recordIf,
        List<Savings> savings,
        List<String> replay,
        boolean joinsTransaction,
        Optional<Each> each) {

    GuardedMethod {
        parameters = List.copyOf(parameters);
        savings = List.copyOf(savings);
        replay = List.copyOf(replay);
    }
}
