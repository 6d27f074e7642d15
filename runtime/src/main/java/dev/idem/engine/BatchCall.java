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
            Call any = items.get(0).call();
            Caller caller = parts.thisThread(any);
            Batch batch = new Batch(items, parts, caller);
            Tries tries = new Tries(new Attempts(any, parts), caller.scope(), invocation);
            for (List<BatchItem> run = turn(batch); !run.isEmpty(); run = turn(batch)) {
                run(run, tries);
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
            release(granted);
            throw failure;
        }
        return granted;
    }

    /** Items whose lease may be over already are not begun, but claimed again; and so are all for a further attempt. */
    private void run(List<BatchItem> granted, Tries tries) throws Throwable {
        List<BatchItem> begun = granted.stream().filter(BatchItem::mayBegin).toList();
        Given given;
        try {
            given = begun.isEmpty() ? new Given(Map.of(), Optional.empty()) : attempt(begun, tries);
        } catch (ClaimLostException lost) {
            release(granted);
            return;
        } catch (Throwable failure) {
            release(granted);
            throw failure;
        }
        Stages.await(end(granted, given.results()));
        begun.stream().filter(item -> !given.results().containsKey(item)).forEach(BatchItem::leaveOut);
        if (given.failure().isPresent()) {
            throw results.failure(given.failure().get(), items);
        }
    }

    private Given attempt(List<BatchItem> begun, Tries tries) throws Throwable {
        Object given = tries.attempts()
                .make(() -> begun.stream().allMatch(BatchItem::mayBegin), number -> attempt(begun, number, tries));
        return given instanceof Given partial ? partial : new Given(results.returned(given, begun), Optional.empty());
    }

    /** A part of the results is no failure that is tried again: those items are done. */
    private @Nullable Object attempt(List<BatchItem> begun, int number, Tries tries) throws Throwable {
        Scope inside = tries.caller()
                .enterAll(begun.stream()
                        .map(item -> item.current(number, tries.caller()))
                        .toList());
        try {
            return parts.scopes().within(inside, () -> tries.method().proceed(arguments.withItems(begun)));
        } catch (PartialResultException failure) {
            return new Given(results.thrown(failure, begun), Optional.of(failure));
        }
    }

    private static void release(List<BatchItem> granted) {
        Stages.await(Pipeline.send(granted, BatchItem::release));
    }

    private CompletableFuture<Void> end(List<BatchItem> granted, Map<BatchItem, @Nullable Object> found) {
        return Pipeline.send(
                granted,
                (item, pipeline) -> found.containsKey(item)
                        ? item.end(outcomes.returned(item.call(), found.get(item)), found.get(item), pipeline)
                        : item.release(pipeline));
    }

    /** How the method is run. */
    private record Tries(Attempts attempts, Scope caller, Invocation method) {}

    /** What one run of the method gave, and with what it ended if not with its results. */
    private record Given(Map<BatchItem, @Nullable Object> results, Optional<PartialResultException> failure) {}
}
