package dev.idem.processor;

import java.util.List;
import java.util.stream.Stream;

/** Writes {@code @SuppressWarnings} before a class or method. */
final class SuppressedWarnings {

    private SuppressedWarnings() {}

    /** The annotation with these names, each once; nothing without names. */
    static void write(Stream<String> names, CodeWriter code) {
        List<String> literals = names.distinct().sorted().map(StringLiteral::of).toList();
        if (literals.size() == 1) {
            code.line("@$($)", SuppressWarnings.class, literals.get(0));
        } else if (!literals.isEmpty()) {
            code.line("@$({\n        $\n})", SuppressWarnings.class, String.join(",\n        ", literals));
        }
    }
}
