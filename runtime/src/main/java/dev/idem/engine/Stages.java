package dev.idem.engine;

import dev.idem.IdempotencyException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Small help with stages. */
final class Stages {

    private Stages() {}

    /** The stage that the command gives; a failed one if it throws instead. */
    static <T extends @Nullable Object> CompletionStage<T> attempt(Supplier<CompletionStage<T>> command) {
        try {
            return Objects.requireNonNull(command.get(), "The store returned null instead of a stage.");
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** The answers to several commands, in their order; a failed stage if the store gives another number of them. */
    static <C, R> CompletionStage<List<R>> attemptAll(
            List<C> commands, Function<List<C>, CompletionStage<List<R>>> verb) {
        return attempt(() -> verb.apply(commands)).thenApply(answers -> {
            if (answers.size() == commands.size()) {
                return answers;
            }
            throw new IllegalStateException(
                    "The store gave " + answers.size() + " answers to " + commands.size() + " commands.");
        });
    }

    /** Completes when all of these have completed, none of which fails. */
    static CompletableFuture<Void> all(List<? extends CompletableFuture<?>> stages) {
        return CompletableFuture.allOf(stages.toArray(CompletableFuture[]::new));
    }

    /** Does something when the stage is complete, in whichever way. */
    static void afterwards(CompletionStage<?> stage, Runnable action) {
        stage.whenComplete((value, failure) -> action.run());
    }

    /** Does the next step when the stage is complete, on the thread that completes it. */
    static <T extends @Nullable Object> void whenDone(
            CompletionStage<T> stage, BiConsumer<? super @Nullable T, ? super @Nullable Throwable> next) {
        stage.whenComplete(next);
    }

    /** Does the next step when the stage is complete: now, on this thread, if it is already, else on one of the others. */
    static <T> void handOver(
            CompletionStage<T> stage, Executor others, BiConsumer<? super T, ? super @Nullable Throwable> next) {
        if (stage.toCompletableFuture().isDone()) {
            stage.whenComplete(next);
        } else {
            stage.whenCompleteAsync(next, others);
        }
    }

    /** What a stage failed with, without the wrappers that stages add. */
    static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean wrapped = failure instanceof CompletionException || failure instanceof ExecutionException;
        return wrapped && cause != null ? cause(cause) : failure;
    }

    /** Blocks until a stage that never fails is complete, through interrupts; the thread's interrupt flag is kept. */
    static <T extends @Nullable Object> T await(CompletableFuture<T> stage) {
        try {
            return join(stage, () -> {});
        } catch (Throwable e) {
            throw new IllegalStateException("A stage failed that never does.", e);
        }
    }

    /** As {@link #join}; a refusal shows where its caller waited. */
    static <T extends @Nullable Object> T joinTurn(CompletableFuture<T> turn, Runnable onInterrupt) throws Throwable {
        try {
            return join(turn, onInterrupt);
        } catch (IdempotencyException e) {
            e.fillInStackTrace();
            throw e;
        }
    }

    /**
     * Blocks until the stage is complete, through interrupts; the thread's interrupt flag is kept.
     *
     * @param onInterrupt what to do at the first interrupt, while still waiting
     * @throws Throwable what the stage failed with
     */
    static <T extends @Nullable Object> T join(CompletableFuture<T> stage, Runnable onInterrupt) throws Throwable {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return stage.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    onInterrupt.run();
                }
            }
        } catch (ExecutionException e) {
            throw cause(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
