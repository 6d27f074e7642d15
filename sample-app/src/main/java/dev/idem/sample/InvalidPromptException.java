package dev.idem.sample;

/** A prompt that no model would accept. The message says why, without the prompt's text. */
final class InvalidPromptException extends IllegalArgumentException {

    private InvalidPromptException(String message) {
        super(message);
    }

    static void unless(boolean valid, String message) {
        if (!valid) {
            throw new InvalidPromptException(message);
        }
    }
}
