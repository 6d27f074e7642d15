package dev.idem.engine;

import dev.idem.IdempotencyException;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.IdempotencyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The claims of many items, made together. */
final class BatchClaims {

    private final List<BatchItem> due;
    private final EngineParts parts;

    /** Claims that have not been sent yet. */
    BatchClaims(List<BatchItem> due, EngineParts parts) {
        this.due = due;
        this.parts = parts;
    }

    /** Sends them, and tells each item its answer, or that there is none. Never fails. */
    CompletableFuture<Void> send() {
        Map<IdempotencyStore, List<BatchItem>> byStore =
                due.stream().collect(Collectors.groupingBy(item -> item.call().store()));
        return Stages.all(byStore.entrySet().stream()
                .map(part -> claim(part.getKey(), part.getValue()))
                .toList());
    }

    private CompletableFuture<Void> claim(IdempotencyStore store, List<BatchItem> items) {
        Breaker breaker = parts.breaker(store);
        if (!breaker.allows()) {
            unanswered(items, Refusals::dead);
            return CompletableFuture.completedFuture(null);
        }
        List<ClaimRequest> requests = items.stream().map(BatchItem::request).toList();
        long sent = parts.timer().nanoTime();
        return Stages.attemptAll(requests, store::claimAll)
                .handle((replies, failure) -> {
                    if (failure == null) {
                        breaker.answered();
                        answered(items, requests, replies, sent);
                    } else {
                        breaker.failed(sent);
                        requests.forEach(request -> parts.outbox().send(() -> store.withdraw(request)));
                        unanswered(items, call -> Refusals.unavailable(call, failure));
                    }
                    return (Void) null;
                })
                .toCompletableFuture();
    }

    private static void answered(
            List<BatchItem> items, List<ClaimRequest> requests, List<ClaimReply> replies, long sent) {
        for (int i = 0; i < items.size(); i++) {
            items.get(i).answered(requests.get(i), replies.get(i), sent);
        }
    }

    private static void unanswered(List<BatchItem> items, Function<Call, IdempotencyException> failure) {
        items.forEach(item -> item.unanswered(() -> failure.apply(item.call())));
    }
}
