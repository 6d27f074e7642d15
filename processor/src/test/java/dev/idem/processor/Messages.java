package dev.idem.processor;

/** The messages that users see. */
final class Messages {

    private Messages() {}

    static String of(String code, String text) {
        return "[%s] %s See https://github.com/idem-dev/idem/blob/main/docs/problems.md#%s."
                .formatted(code, text, code);
    }

    /** The message of a warning, which says how to accept it. */
    static String ofWarning(String code, String text) {
        return of(code, text + " To accept it, add @SuppressWarnings(\"idem:" + code + "\").");
    }
}
