package dev.idem.sample.demo;

import dev.idem.sample.PromptRequest;
import dev.idem.sample.simulator.HeldReply;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** The owner of a call dies while the model answers it; the duplicate that waits at the other instance takes over. */
final class Takeover {

    private static final Duration ARRIVAL = Duration.ofSeconds(10);

    /** A living owner renews its claim at a third of the lease. */
    private static final Duration EARLIEST = Settings.LEASE.dividedBy(2);

    private static final Duration LATEST = Settings.LEASE.multipliedBy(3);

    private Takeover() {}

    static String play(Stage stage) throws Exception {
        PromptRequest prompt = Stage.newPrompt();
        HeldReply held = stage.simulator().holdNext();
        try {
            CompletableFuture<Reply> owner = stage.client().postAsync(prompt);
            stage.require(held.awaitArrival(ARRIVAL), "the call never reached the model");
            stage.tell("The first gateway has called the model, which is answering.");
            CompletableFuture<Reply> duplicate = stage.client().postAsync(prompt);
            stage.requireCalls(1);
            stage.tell("The same prompt has come to the second gateway. It waits for the first one's answer.");
            stage.killFirstGateway();
            long killed = System.nanoTime();
            stage.tell("The first gateway is killed. Its claim blocks the prompt until its lease of "
                    + Settings.LEASE.toSeconds() + " s is over.");
            Reply answer = stage.answer(duplicate);
            Duration waited = Duration.ofNanos(System.nanoTime() - killed);
            stage.require(owner.isCompletedExceptionally(), "the killed instance answered");
            stage.require(waited.compareTo(EARLIEST) > 0, "the duplicate ran beside the owner");
            stage.require(waited.compareTo(LATEST) < 0, "taken over only after " + waited.toSeconds() + " s");
            stage.requireSame(answer, stage.answer(prompt));
            stage.requireCalls(2);
            return String.format(Locale.ROOT, "taken over %.1f s after the kill", waited.toMillis() / 1000.0);
        } finally {
            held.release();
        }
    }
}
