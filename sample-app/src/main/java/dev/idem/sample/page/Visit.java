package dev.idem.sample.page;

import dev.idem.sample.PromptRequest;
import java.time.Duration;

/** A request that has come in. Guarded by the lock of {@link Traffic}. */
final class Visit {

    private static final int LABEL = 80;

    private final long number;
    private final PromptRequest prompt;
    private final long begin = System.nanoTime();
    private boolean running;

    /**
     * Comes in now.
     *
     * @param number counts from 1
     */
    Visit(long number, PromptRequest prompt) {
        this.number = number;
        this.prompt = prompt;
    }

    long number() {
        return number;
    }

    PromptRequest prompt() {
        return prompt;
    }

    /** It goes to the model. */
    void run() {
        running = true;
    }

    boolean hasRun() {
        return running;
    }

    Duration lasted() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The beginning of what a prompt asks, for people. */
    static String label(PromptRequest prompt) {
        String text =
                prompt.messages().get(prompt.messages().size() - 1).content().strip();
        return text.length() <= LABEL ? text : text.substring(0, LABEL - 1) + "…";
    }
}
