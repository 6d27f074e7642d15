package dev.idem.engine;

import dev.idem.store.Claim;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.IdempotencyStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Commands of many runs to one store: collected, then sent together. */
final class Pipeline {

    private final IdempotencyStore store;
    private final Queue<Claim, Boolean> starts = new Queue<>();
    private final Queue<Completion, CompletionReply> completions = new Queue<>();
    private final Queue<Claim, Boolean> releases = new Queue<>();

    /** A pipeline that holds nothing yet. */
    Pipeline(IdempotencyStore store) {
        this.store = store;
    }

    /**
     * Lets each item put its commands into the pipeline to its store, and sends them all.
     *
     * @param commands gives a stage that never fails, complete when the item's commands are answered
     */
    static CompletableFuture<Void> send(
            List<BatchItem> items, BiFunction<BatchItem, Pipeline, CompletableFuture<Void>> commands) {
        Map<IdempotencyStore, Pipeline> pipelines = new LinkedHashMap<>();
        List<CompletableFuture<Void>> answers = items.stream()
                .map(item -> commands.apply(
                        item, pipelines.computeIfAbsent(item.call().store(), Pipeline::new)))
                .toList();
        pipelines.values().forEach(Pipeline::send);
        return Stages.all(answers);
    }

    CompletionStage<Boolean> start(Claim claim) {
        return starts.add(claim);
    }

    CompletionStage<CompletionReply> complete(Completion completion) {
        return completions.add(completion);
    }

    CompletionStage<Boolean> release(Claim claim) {
        return releases.add(claim);
    }

    private void send() {
        starts.send(store::startAll);
        completions.send(store::completeAll);
        releases.send(store::releaseAll);
    }

    /** Commands of one verb, each with the stage of its own answer. */
    private static final class Queue<C, R> {

        private final List<C> commands = new ArrayList<>();
        private final List<CompletableFuture<R>> answers = new ArrayList<>();

        CompletionStage<R> add(C command) {
            CompletableFuture<R> answer = new CompletableFuture<>();
            commands.add(command);
            answers.add(answer);
            return answer;
        }

        void send(Function<List<C>, CompletionStage<List<R>>> verb) {
            if (!commands.isEmpty()) {
                Stages.attemptAll(commands, verb).whenComplete(this::deliver);
            }
        }

        private void deliver(List<R> received, @Nullable Throwable failure) {
            for (int i = 0; i < answers.size(); i++) {
                if (failure == null) {
                    answers.get(i).complete(received.get(i));
                } else {
                    answers.get(i).completeExceptionally(failure);
                }
            }
        }
    }
}
