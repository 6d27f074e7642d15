package dev.idem.sample.demo;

import dev.idem.sample.PromptRequest;
import dev.idem.sample.simulator.HeldReply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The owner of a call dies while the model answers it; the duplicate that waits at the other instance takes over. */
final class Takeover {

    private static final Duration ARRIVAL = Duration.ofSeconds(10);
    private static final Duration LATEST = Settings.LEASE.plusSeconds(15);

    private Takeover() {}

    static String play(Stage stage) throws Exception {
        PromptRequest prompt = Stage.newPrompt();
        HeldReply held = stage.simulator().holdNext();
        try {
            CompletableFuture<Reply> owner = stage.client().postAsync(prompt);
            stage.require(held.awaitArrival(ARRIVAL), "the call never reached the model");
            CompletableFuture<Reply> duplicate = stage.client().postAsync(prompt);
            stage.requireCalls(1);
            stage.killFirstGateway();
            long killed = System.nanoTime();
            Reply answer = duplicate.get(LATEST.toSeconds(), TimeUnit.SECONDS);
            Duration waited = Duration.ofNanos(System.nanoTime() - killed);
            stage.require(answer.isAnswer(), "status " + answer.status() + " where an answer was due");
            stage.require(owner.isCompletedExceptionally(), "the killed instance answered");
            stage.requireCalls(2);
            return "taken over %.1f s after the kill".formatted(waited.toMillis() / 1000.0);
        } finally {
            held.release();
        }
    }
}
