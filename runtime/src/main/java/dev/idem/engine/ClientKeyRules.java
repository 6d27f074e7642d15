package dev.idem.engine;

import dev.idem.IdempotencyKeyException;
import dev.idem.MissingIdempotencyKeyException;
import org.jspecify.annotations.Nullable;

/** What a key that comes from a client must look like. A key that breaks the rules is not shown: it may hold line breaks. */
final class ClientKeyRules {

    private static final int MAX_LENGTH = 255;
    private static final char FIRST_VISIBLE = '!';
    private static final char LAST_VISIBLE = '~';

    private ClientKeyRules() {}

    /** The key itself, if it keeps the rules. */
    static String require(@Nullable String key, String operation) {
        if (key == null || key.isBlank()) {
            throw new MissingIdempotencyKeyException(operation + " was refused: its client gave no idempotency key."
                    + " Send one key with a call and all its repeats, and another key with each new call.");
        }
        if (key.length() > MAX_LENGTH || !isVisible(key)) {
            throw new IdempotencyKeyException(operation + " was refused: its idempotency key is not 1 to " + MAX_LENGTH
                    + " visible ASCII characters. Send a UUID, for example.");
        }
        return key;
    }

    private static boolean isVisible(String key) {
        return key.chars().allMatch(c -> c >= FIRST_VISIBLE && c <= LAST_VISIBLE);
    }
}
