package dev.idem.benchmark.scenario;

import java.util.concurrent.CompletableFuture;

/** Answers when it is told to. Used for one run at a time. */
public final class HeldModel extends Model {

    private volatile Gate gate = new Gate();

    /** Closes the gate for the next run. */
    public void hold() {
        gate = new Gate();
    }

    /** Waits until a run has come to the gate. */
    public void awaitRun() {
        gate.reached.join();
    }

    /** Opens the gate. */
    public void release() {
        gate.opened.complete(null);
    }

    /** When the last run ended, by {@link System#nanoTime()}. */
    public long endedAt() {
        return gate.endedAt;
    }

    @Override
    public Answer answer(PromptRequest request) {
        return later(request).join();
    }

    @Override
    public CompletableFuture<Answer> later(PromptRequest request) {
        Gate mine = gate;
        mine.reached.complete(null);
        return mine.opened.thenApply(opened -> mine.ending(super.answer(request)));
    }

    private static final class Gate {

        private final CompletableFuture<Void> reached = new CompletableFuture<>();
        private final CompletableFuture<Void> opened = new CompletableFuture<>();
        private volatile long endedAt;

        private Answer ending(Answer answer) {
            endedAt = System.nanoTime();
            return answer;
        }
    }
}
