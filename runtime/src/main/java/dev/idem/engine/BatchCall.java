package dev.idem.engine;

import dev.idem.PartialResultException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A call that is guarded item by item: the method runs with the items that nobody has an answer for, on its caller's thread. */
final class BatchCall {

    private final List<BatchItem> items;
    private final ItemArguments arguments;
    private final BatchResults results;
    private final Outcomes outcomes;
    private final EngineParts parts;

    /**
     * A call of which nothing is known yet.
     *
     * @param items its items, those with the same key taken together
     */
    BatchCall(List<BatchItem> items, ItemArguments arguments, Outcomes outcomes, EngineParts parts) {
        this.items = items;
        this.arguments = arguments;
        this.results = new BatchResults(arguments);
        this.outcomes = outcomes;
        this.parts = parts;
    }

    /** The results of all items. Without items there is nothing to run, and nothing to answer. */
    Object execute(Invocation invocation) throws Throwable {
        if (!items.isEmpty()) {
            Caller caller = parts.thisThread(items.get(0).call());
            Batch batch = new Batch(items, parts, caller);
            for (List<BatchItem> run = turn(batch); !run.isEmpty(); run = turn(batch)) {
                run(run, caller.scope(), invocation);
            }
        }
        return results.of(items);
    }

    /** An answer that cannot be given back refuses the call before more is run. */
    private List<BatchItem> turn(Batch batch) throws Throwable {
        List<BatchItem> granted = Stages.joinTurn(batch.next(), batch::giveUp);
        try {
            for (BatchItem item : items) {
                item.decode(outcomes);
            }
        } catch (Throwable failure) {
            Stages.await(Pipeline.send(granted, BatchItem::release));
            throw failure;
        }
        return granted;
    }

    /** Items whose lease may be over already are not begun, but claimed again. */
    private void run(List<BatchItem> granted, Scope caller, Invocation invocation) throws Throwable {
        List<BatchItem> begun = granted.stream().filter(BatchItem::mayBegin).toList();
        Attempt attempt;
        try {
            attempt = begun.isEmpty() ? new Attempt(Map.of(), Optional.empty()) : attempt(begun, caller, invocation);
        } catch (Throwable failure) {
            Stages.await(Pipeline.send(granted, BatchItem::release));
            throw failure;
        }
        Stages.await(end(granted, attempt.results()));
        begun.stream().filter(item -> !attempt.results().containsKey(item)).forEach(BatchItem::leaveOut);
        if (attempt.failure().isPresent()) {
            throw results.failure(attempt.failure().get(), items);
        }
    }

    private Attempt attempt(List<BatchItem> begun, Scope caller, Invocation invocation) throws Throwable {
        Scope inside =
                caller.enterAll(begun.stream().map(item -> item.current(caller)).toList());
        try {
            Object result = parts.scopes().within(inside, () -> invocation.proceed(arguments.withItems(begun)));
            return new Attempt(results.returned(result, begun), Optional.empty());
        } catch (PartialResultException failure) {
            return new Attempt(results.thrown(failure, begun), Optional.of(failure));
        }
    }

    private CompletableFuture<Void> end(List<BatchItem> granted, Map<BatchItem, @Nullable Object> found) {
        return Pipeline.send(
                granted,
                (item, pipeline) -> found.containsKey(item)
                        ? item.end(outcomes.returned(item.call(), found.get(item)), found.get(item), pipeline)
                        : item.release(pipeline));
    }

    /** What one run of the method gave, and with what it ended if not with its results. */
    private record Attempt(Map<BatchItem, @Nullable Object> results, Optional<PartialResultException> failure) {}
}
