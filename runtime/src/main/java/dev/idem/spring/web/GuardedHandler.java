package dev.idem.spring.web;

import dev.idem.IdempotencyKeyException;
import dev.idem.MissingIdempotencyKeyException;
import dev.idem.engine.Operation;
import dev.idem.key.IdempotencyKeyHeader;
import java.util.List;
import java.util.Optional;

/**
 * A guarded method of a controller.
 *
 * @param key the parameter that takes the client's key from the header; empty if none does
 */
record GuardedHandler(Operation operation, Optional<KeyParameter> key) {

    /**
     * The key of a request, before anything else of it is looked at.
     *
     * @param values those of the header
     * @return empty if the request may do without
     * @throws MissingIdempotencyKeyException if there is no key
     * @throws IdempotencyKeyException if there are several, or it is malformed
     */
    Optional<IdempotencyKeyHeader> keyIn(List<String> values) {
        return key.flatMap(parameter -> keyIn(parameter, values));
    }

    /** Values of several headers are put together as RFC 9110 does, which makes one that is malformed. */
    private Optional<IdempotencyKeyHeader> keyIn(KeyParameter parameter, List<String> values) {
        if (values.isEmpty() && !parameter.required()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IdempotencyKeyHeader.parse(values.isEmpty() ? null : String.join(",", values)));
        } catch (MissingIdempotencyKeyException e) {
            throw new MissingIdempotencyKeyException(
                    operation.name() + " was refused: the request has no key in its header " + parameter.header()
                            + ". Send one key with a request and all its repeats, and another key with each new request.",
                    e);
        } catch (IdempotencyKeyException e) {
            throw new IdempotencyKeyException(
                    operation.name() + " was refused: the header " + parameter.header()
                            + " holds no key. Send one string of 1 to 255 visible ASCII characters in double quotes, such"
                            + " as a UUID.",
                    e);
        }
    }
}
