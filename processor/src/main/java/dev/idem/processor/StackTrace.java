package dev.idem.processor;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The lines that a report of a failure of this project's own needs. */
final class StackTrace {

    private StackTrace() {}

    static String of(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
