package dev.idem.processor;

import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * A valid guarded method, ready to be written.
 *
 * @param names what the generated class calls its parts
 * @param operation the operation's name
 * @param name the method's name
 * @param parameterTypes the erased types of its parameters
 * @param content what makes the key, or is compared where the client gives it
 * @param replay the constants of the exceptions that are outcomes
 */
record GuardedMethod(
        MethodNames names,
        String operation,
        String name,
        List<TypeName> parameterTypes,
        StoredType result,
        Policy policy,
        Content content,
        Optional<Bypass> unless,
        Optional<ClientKey> clientKey,
        Optional<RecordIf> recordIf,
        List<String> replay) {

    GuardedMethod {
        parameterTypes = List.copyOf(parameterTypes);
        replay = List.copyOf(replay);
    }
}
