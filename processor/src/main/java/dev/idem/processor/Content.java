package dev.idem.processor;

import java.util.List;
import java.util.Optional;

/** What makes the content of a call. */
sealed interface Content {

    /**
     * An object.
     *
     * @param parts its members in order of name
     */
    record Members(List<ContentPart> parts) implements Content {

        public Members {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The value of one parameter.
     *
     * @param writer the method that writes it; empty for text and bytes that are taken as they are
     */
    record Whole(Argument argument, Optional<String> writer) implements Content {}
}
