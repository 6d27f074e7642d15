package dev.idem.key;

import dev.idem.IdempotencyKeyException;
import dev.idem.MissingIdempotencyKeyException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP request header {@code Idempotency-Key}: a key that the client gives, 1 to 255 visible ASCII characters.
 * Immutable; equal if the keys are.
 *
 * <p>The header's value is a string as in RFC 9651, in double quotes. Many clients send the key without them, so
 * {@link #parse} takes both spellings as one key; {@link #parseStrict} takes the first only. Spaces around the value are
 * left out. A value with parameters, of several keys, or of a header sent twice is malformed.
 *
 * <p>It can be the type of a parameter that is annotated {@link dev.idem.IdempotencyKey}. Frameworks that convert headers
 * find {@link #valueOf}: {@code @RequestHeader("Idempotency-Key") IdempotencyKeyHeader key}.
 */
public final class IdempotencyKeyHeader {

    /** The header's name. */
    public static final String NAME = "Idempotency-Key";

    private final String key;

    private IdempotencyKeyHeader(String key) {
        this.key = key;
    }

    /** The header that carries this key, to be sent with {@link #toString}. */
    public static IdempotencyKeyHeader ofKey(String key) {
        return new IdempotencyKeyHeader(ClientKeyRules.require(key, "A request with the header " + NAME));
    }

    /**
     * Reads a header's value, with quotes or without.
     *
     * @param value null if there was no such header
     * @throws MissingIdempotencyKeyException if there is no key in it
     * @throws IdempotencyKeyException if it is malformed; the message does not show it
     */
    public static IdempotencyKeyHeader parse(@Nullable String value) {
        String given = requirePresent(value);
        return isBare(given) ? of(Optional.of(given)) : of(StructuredString.parse(given));
    }

    /**
     * Reads a header's value, with quotes only.
     *
     * @param value null if there was no such header
     * @throws MissingIdempotencyKeyException if there is no key in it
     * @throws IdempotencyKeyException if it is malformed; the message does not show it
     */
    public static IdempotencyKeyHeader parseStrict(@Nullable String value) {
        return of(StructuredString.parse(requirePresent(value)));
    }

    /** The same as {@link #parse}, by the name that Spring and Jakarta REST look for. */
    public static IdempotencyKeyHeader valueOf(String value) {
        return parse(value);
    }

    /** The client's key itself. */
    public String key() {
        return key;
    }

    private static String requirePresent(@Nullable String value) {
        String given = value == null ? "" : trimmed(value);
        if (given.isEmpty() || given.equals("\"\"")) {
            throw new MissingIdempotencyKeyException("The request has no key in its header " + NAME
                    + ". Send one key with a request and all its repeats, and another key with each new request.");
        }
        return given;
    }

    /** Of white space the standard knows the space only. */
    private static String trimmed(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && value.charAt(from) == ' ') {
            from++;
        }
        while (to > from && value.charAt(to - 1) == ' ') {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean isBare(String value) {
        return value.chars().noneMatch(c -> c == '"' || c == ',' || c == ';');
    }

    private static IdempotencyKeyHeader of(Optional<String> key) {
        return key.filter(ClientKeyRules::allow)
                .map(IdempotencyKeyHeader::new)
                .orElseThrow(() -> new IdempotencyKeyException("The header " + NAME
                        + " holds no key. Send one string of 1 to 255 visible ASCII characters in double quotes, as in "
                        + NAME + ": \"8e03978e-40d5-43e8-bc93-6894a57f9324\"."));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IdempotencyKeyHeader that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** The header's value as the standard writes it: the key in double quotes. */
    @Override
    public String toString() {
        return StructuredString.write(key);
    }
}
