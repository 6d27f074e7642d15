package dev.idem.engine;

import dev.idem.engine.BatchRun.Given;
import java.util.List;

/** A call that is guarded item by item: the method runs with the items that nobody has an answer for, on its caller's thread. */
final class BatchCall {

    private final List<BatchItem> items;
    private final ItemArguments arguments;
    private final BatchResults results;
    private final Invocation invocation;
    private final Outcomes outcomes;
    private final EngineParts parts;
    private final Caller caller;
    private final Batch batch;
    private final Attempts attempts;

    /**
     * A call of this thread of which nothing is known yet.
     *
     * @param items its items, those with the same key taken together; at least one
     */
    BatchCall(
            List<BatchItem> items,
            ItemArguments arguments,
            Invocation invocation,
            Outcomes outcomes,
            EngineParts parts) {
        Call any = items.get(0).call();
        this.items = items;
        this.arguments = arguments;
        this.results = new BatchResults(arguments);
        this.invocation = invocation;
        this.outcomes = outcomes;
        this.parts = parts;
        this.caller = parts.thisThread(any);
        this.batch = new Batch(items, parts, caller);
        this.attempts = new Attempts(any, parts);
    }

    /** The results of all items. */
    Object await() throws Throwable {
        for (List<BatchItem> granted = turn(); !granted.isEmpty(); granted = turn()) {
            run(new BatchRun(granted, arguments, results, outcomes));
        }
        return results.of(items);
    }

    /** An answer that cannot be given back refuses the call before more is run. */
    private List<BatchItem> turn() throws Throwable {
        List<BatchItem> granted = Stages.joinTurn(batch.next(), batch::giveUp);
        try {
            BatchItem.decode(items, outcomes);
        } catch (Throwable failure) {
            Stages.await(Pipeline.send(granted, BatchItem::release));
            throw failure;
        }
        return granted;
    }

    /** What may not begin, or not be tried again, is claimed again. */
    private void run(BatchRun run) throws Throwable {
        Given given;
        try {
            given = run.isEmpty()
                    ? Given.NOTHING
                    : run.given(attempts.make(
                            run::mayBegin,
                            number -> parts.scopes()
                                    .within(run.inside(caller.scope(), number), () -> run.proceed(invocation))));
        } catch (ClaimLostException lost) {
            Stages.await(run.release());
            return;
        } catch (Throwable failure) {
            Stages.await(run.fail(failure));
            throw failure;
        }
        Stages.await(run.end(given));
        if (given.failure().isPresent()) {
            throw results.failure(given.failure().get(), items);
        }
    }
}
