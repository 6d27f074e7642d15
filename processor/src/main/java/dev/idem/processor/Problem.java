package dev.idem.processor;

import java.util.Optional;

/**
 * One thing that is wrong.
 *
 * @param place where; empty for what is not in the source
 * @param text what, why, and what to do
 */
record Problem(ProblemCode code, Optional<Place> place, String text) {

    private static final String CATALOGUE = "https://github.com/idem-dev/idem/blob/main/docs/problems.md";

    /** The whole message as the compiler shows it. */
    String message() {
        String acceptance =
                code.isWarning() ? " To accept it, add @SuppressWarnings(\"" + code.suppression() + "\")." : "";
        return "[%s] %s%s See %s#%s.".formatted(code.text(), text, acceptance, CATALOGUE, code.text());
    }
}
