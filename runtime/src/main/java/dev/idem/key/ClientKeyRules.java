package dev.idem.key;

import dev.idem.IdempotencyKeyException;
import dev.idem.MissingIdempotencyKeyException;
import org.jspecify.annotations.Nullable;

/** What a key that comes from a client must look like. A key that breaks the rules is not shown: it may hold line breaks. */
public final class ClientKeyRules {

    private static final int MAX_LENGTH = 255;
    private static final char FIRST_VISIBLE = '!';
    private static final char LAST_VISIBLE = '~';

    private ClientKeyRules() {}

    /**
     * The key itself, if it keeps the rules.
     *
     * @param operation what is refused otherwise
     * @throws MissingIdempotencyKeyException if it is null or blank
     * @throws IdempotencyKeyException if it is too long, or not of visible ASCII characters alone
     */
    public static String require(@Nullable String key, String operation) {
        if (key == null || key.isBlank()) {
            throw new MissingIdempotencyKeyException(operation + " was refused: its client gave no idempotency key."
                    + " Send one key with a call and all its repeats, and another key with each new call.");
        }
        if (!allow(key)) {
            throw new IdempotencyKeyException(operation + " was refused: its idempotency key is not 1 to " + MAX_LENGTH
                    + " visible ASCII characters. Send a UUID, for example.");
        }
        return key;
    }

    /** Whether the key has 1 to 255 characters, all visible ASCII. */
    static boolean allow(String key) {
        return !key.isEmpty()
                && key.length() <= MAX_LENGTH
                && key.chars().allMatch(c -> c >= FIRST_VISIBLE && c <= LAST_VISIBLE);
    }
}
