package dev.idem.sample.page;

import dev.idem.sample.PromptRequest;
import java.time.Duration;

/**
 * A request that has come in.
 *
 * @param number counts from 1
 * @param nanos when it came, by {@link System#nanoTime}
 */
record Visit(long number, PromptRequest prompt, long nanos) {

    private static final int LABEL = 80;

    Duration lasted(long now) {
        return Duration.ofNanos(now - nanos);
    }

    /** The beginning of what it asks, for people. */
    static String label(PromptRequest prompt) {
        String text =
                prompt.messages().get(prompt.messages().size() - 1).content().strip();
        return text.length() <= LABEL ? text : text.substring(0, LABEL - 1) + "…";
    }
}
