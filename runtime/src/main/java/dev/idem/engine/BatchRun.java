package dev.idem.engine;

import dev.idem.PartialResultException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One run of the method for some items of a call. Items whose lease may be over already are not begun. */
final class BatchRun {

    private final List<BatchItem> granted;
    private final List<BatchItem> begun;
    private final ItemArguments arguments;
    private final BatchResults results;
    private final Outcomes outcomes;

    /** A run that has not begun, for the items that were granted. */
    BatchRun(List<BatchItem> granted, ItemArguments arguments, BatchResults results, Outcomes outcomes) {
        this.granted = granted;
        this.begun = granted.stream().filter(BatchItem::mayBegin).toList();
        this.arguments = arguments;
        this.results = results;
        this.outcomes = outcomes;
    }

    /** Whether there is nothing to run: all is to be claimed again. */
    boolean isEmpty() {
        return begun.isEmpty();
    }

    boolean mayBegin() {
        return begun.stream().allMatch(BatchItem::mayBegin);
    }

    /** What the method is inside of. */
    Scope inside(Scope caller, int attempt) {
        return caller.enterAll(
                begun.stream().map(item -> item.current(attempt, caller)).toList());
    }

    /** Runs the method with its items. A part of the results is no failure that is tried again: those items are done. */
    @Nullable
    Object proceed(Invocation method) throws Throwable {
        try {
            return method.proceed(arguments());
        } catch (PartialResultException failure) {
            return part(failure);
        }
    }

    /** The method's arguments, with the items that are run. */
    @Nullable
    Object[] arguments() {
        return arguments.withItems(begun);
    }

    /** What the method gave that failed in the middle. */
    Given part(PartialResultException failure) {
        return new Given(results.thrown(failure, begun), Optional.of(failure));
    }

    /** What the method gave. */
    Given given(@Nullable Object result) {
        return result instanceof Given part ? part : new Given(results.returned(result, begun), Optional.empty());
    }

    /** Ends the run: records what was given, and releases the rest. Never fails. */
    CompletableFuture<Void> end(Given given) {
        tellTime();
        return Pipeline.send(
                        granted,
                        (item, pipeline) -> given.results().containsKey(item)
                                ? item.end(
                                        outcomes.returned(
                                                item.call(), given.results().get(item)),
                                        given.results().get(item),
                                        pipeline)
                                : item.release(pipeline))
                .thenRun(() -> begun.stream()
                        .filter(item -> !given.results().containsKey(item))
                        .forEach(item -> item.leaveOut(given.failure().isPresent())));
    }

    /** Ends the run whose method has failed with this. Never fails. */
    CompletableFuture<Void> fail(Throwable failure) {
        if (!(failure instanceof ClaimLostException)) {
            tellTime();
            begun.forEach(item -> item.count(CallOutcome.FAILED));
        }
        return release();
    }

    private void tellTime() {
        begun.stream().limit(1).forEach(item -> item.call().observer().ran(item.took()));
    }

    /** Ends the run without any result. Never fails. */
    CompletableFuture<Void> release() {
        return Pipeline.send(granted, BatchItem::release);
    }

    /**
     * What one run of the method gave.
     *
     * @param failure with what it ended, if not with its results
     */
    record Given(Map<BatchItem, @Nullable Object> results, Optional<PartialResultException> failure) {

        static final Given NOTHING = new Given(Map.of(), Optional.empty());
    }
}
