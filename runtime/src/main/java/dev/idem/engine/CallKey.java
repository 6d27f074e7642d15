package dev.idem.engine;

import dev.idem.IdempotencyKeyException;
import dev.idem.OutcomeUnknownException;
import dev.idem.key.CanonicalJson;
import dev.idem.key.ClientKeyRules;
import dev.idem.key.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one call is the same as, in code: its operation, its key, and the content that a duplicate must have too.
 *
 * @param operation the operation's name, which code may share with an annotation
 * @param key the client's key, 1 to 255 visible ASCII characters, or the key derived from the content
 * @param fingerprint of the content; a call of the same key with another one is a conflict
 */
public record CallKey(String operation, String key, Fingerprint fingerprint) {

    /**
     * Checks the parts.
     *
     * @throws IdempotencyKeyException if the operation's name is blank or the key breaks the rules of client keys
     */
    public CallKey {
        if (operation.isBlank()) {
            throw new IdempotencyKeyException(
                    "The name of the operation is blank, so its calls would be nobody's. Give it a name of its own, such as"
                            + " payments.charge.");
        }
        ClientKeyRules.require(key, operation);
    }

    /** A client's key that is compared with nothing else: its content is empty. */
    public static CallKey of(String operation, String key) {
        return of(operation, key, Map.of());
    }

    /**
     * A client's key and what else a duplicate must have.
     *
     * @param content a JSON-like value, as for {@link CanonicalJson#text}: for an annotated method, its other parameters
     *     by their names
     * @throws IdempotencyKeyException if it has no canonical form
     */
    public static CallKey of(String operation, String key, @Nullable Object content) {
        return new CallKey(operation, key, fingerprintOf(operation, content));
    }

    /**
     * A call that is known by its content alone, as that of an annotated method without a client key.
     *
     * @param content a JSON-like value: for an annotated method, its parameters by their names
     */
    public static CallKey ofContent(String operation, @Nullable Object content) {
        Fingerprint fingerprint = fingerprintOf(operation, content);
        return new CallKey(operation, fingerprint.derivedKey(), fingerprint);
    }

    /** The call whose outcome is unknown, to record the answer that was found out. */
    public static CallKey of(OutcomeUnknownException unknown) {
        return new CallKey(unknown.operation(), unknown.key(), new Fingerprint(unknown.fingerprint()));
    }

    private static Fingerprint fingerprintOf(String operation, @Nullable Object content) {
        try {
            return Fingerprint.of(CanonicalJson.text(content).getBytes(StandardCharsets.UTF_8));
        } catch (IdempotencyKeyException e) {
            throw new IdempotencyKeyException(
                    operation + " has no key: " + e.getMessage()
                            + ". Pass a value that has a stable text, or leave it out of the content.",
                    e);
        }
    }
}
