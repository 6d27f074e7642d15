package dev.idem.engine;

import dev.idem.PartialResultException;
import dev.idem.engine.BatchRun.Given;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A call that is guarded item by item, and that no thread waits for: its caller has a stage of its own. */
final class AsyncBatchCall {

    private final CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
    private final List<BatchItem> items;
    private final ItemArguments arguments;
    private final BatchResults results;
    private final Invocation invocation;
    private final AsyncInvocation method;
    private final Outcomes outcomes;
    private final EngineParts parts;
    private final Caller caller;
    private final Batch batch;
    private final Attempts attempts;

    /**
     * A call of which nothing is known yet.
     *
     * @param items its items, those with the same key taken together; at least one
     * @param scope what the call is made inside of
     */
    AsyncBatchCall(
            List<BatchItem> items,
            ItemArguments arguments,
            Invocation invocation,
            AsyncInvocation method,
            Outcomes outcomes,
            EngineParts parts,
            Scope scope) {
        Call any = items.get(0).call();
        this.items = items;
        this.arguments = arguments;
        this.results = new BatchResults(arguments);
        this.invocation = invocation;
        this.method = method;
        this.outcomes = outcomes;
        this.parts = parts;
        this.caller = parts.withoutThread(any, scope);
        this.batch = new Batch(items, parts, caller);
        this.attempts = new Attempts(any, parts);
    }

    /** Sets out. The stage is the caller's: once it is complete, nobody waits for others any more. */
    CompletableFuture<@Nullable Object> begin() {
        Stages.afterwards(answer, batch::giveUp);
        next();
        return answer;
    }

    private void next() {
        Stages.handOver(batch.next(), parts.workers(), this::take);
    }

    private void take(@Nullable List<BatchItem> granted, @Nullable Throwable failure) {
        if (granted == null) {
            answer.completeExceptionally(Stages.cause(Objects.requireNonNull(failure)));
            return;
        }
        try {
            BatchItem.decode(items, outcomes);
        } catch (Throwable undecodable) {
            release(granted, undecodable);
            return;
        }
        if (granted.isEmpty()) {
            answer.complete(results.of(items));
        } else if (answer.isDone()) {
            Stages.afterwards(Pipeline.send(granted, BatchItem::release), () -> {});
        } else {
            run(new BatchRun(granted, arguments, results, outcomes));
        }
    }

    private void run(BatchRun run) {
        if (run.isEmpty()) {
            end(run, Given.NOTHING);
            return;
        }
        try {
            CompletionStage<?> work = attempts.begin(run::mayBegin, number -> begin(run, number));
            Stages.handOver(work, parts.workers(), (result, failure) -> ended(run, result, failure));
        } catch (Throwable failure) {
            threw(run, failure);
        }
    }

    /** A part of the results is no failure that is tried again: those items are done. */
    private CompletionStage<?> begin(BatchRun run, int attempt) throws Throwable {
        Object stage;
        try {
            stage = parts.scopes()
                    .within(
                            run.inside(caller.scope(), attempt),
                            () -> method.begin(Optional.empty(), () -> invocation.proceed(run.arguments())));
        } catch (PartialResultException part) {
            return CompletableFuture.completedFuture(part);
        }
        if (stage == null) {
            throw Refusals.noStage(items.get(0).call());
        }
        return withParts((CompletionStage<?>) stage);
    }

    private static CompletionStage<?> withParts(CompletionStage<?> stage) {
        CompletableFuture<@Nullable Object> given = new CompletableFuture<>();
        Stages.whenDone(stage, (result, failure) -> {
            Throwable cause = failure == null ? null : Stages.cause(failure);
            if (cause == null) {
                given.complete(result);
            } else if (cause instanceof PartialResultException part) {
                given.complete(part);
            } else {
                given.completeExceptionally(cause);
            }
        });
        return given;
    }

    private void ended(BatchRun run, @Nullable Object result, @Nullable Throwable failure) {
        if (failure != null) {
            threw(run, Stages.cause(failure));
            return;
        }
        try {
            end(run, result instanceof PartialResultException part ? run.part(part) : run.given(result));
        } catch (RuntimeException wrong) {
            threw(run, wrong);
        }
    }

    private void end(BatchRun run, Given given) {
        Stages.handOver(
                run.end(given),
                parts.workers(),
                (done, never) -> given.failure()
                        .ifPresentOrElse(
                                failure -> answer.completeExceptionally(results.failure(failure, items)), this::next));
    }

    /** What may not be tried again on its claims is claimed again. */
    private void threw(BatchRun run, Throwable failure) {
        Stages.handOver(run.fail(failure), parts.workers(), (done, never) -> {
            if (failure instanceof ClaimLostException) {
                next();
            } else {
                answer.completeExceptionally(failure);
            }
        });
    }

    private void release(List<BatchItem> granted, Throwable failure) {
        Stages.handOver(
                Pipeline.send(granted, BatchItem::release),
                parts.workers(),
                (done, never) -> answer.completeExceptionally(failure));
    }
}
