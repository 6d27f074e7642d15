package dev.idem.store;

import dev.idem.LogEvent;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A store as it is, whose answers an observer is told of. Does not close the store that it stands for. Thread-safe. */
public final class ObservedStore implements IdempotencyStore {

    private static final Logger log = LoggerFactory.getLogger(ObservedStore.class);

    private final String name;
    private final IdempotencyStore store;
    private final StoreObserver observer;

    /**
     * This store, observed.
     *
     * @param name what the observer calls it
     */
    public ObservedStore(String name, IdempotencyStore store, StoreObserver observer) {
        this.name = name;
        this.store = store;
        this.observer = observer;
    }

    @Override
    public CompletionStage<ClaimReply> claim(ClaimRequest request) {
        return observe(StoreCommand.CLAIM, () -> store.claim(request));
    }

    @Override
    public CompletionStage<List<ClaimReply>> claimAll(List<ClaimRequest> requests) {
        return observe(StoreCommand.CLAIM, () -> store.claimAll(requests));
    }

    @Override
    public CompletionStage<Boolean> withdraw(ClaimRequest request) {
        return observe(StoreCommand.WITHDRAW, () -> store.withdraw(request));
    }

    @Override
    public CompletionStage<Boolean> start(Claim claim) {
        return observe(StoreCommand.START, () -> store.start(claim));
    }

    @Override
    public CompletionStage<List<Boolean>> startAll(List<Claim> claims) {
        return observe(StoreCommand.START, () -> store.startAll(claims));
    }

    @Override
    public CompletionStage<List<Boolean>> renew(List<Claim> claims) {
        return observe(StoreCommand.RENEW, () -> store.renew(claims));
    }

    @Override
    public CompletionStage<CompletionReply> complete(Completion completion) {
        return observe(StoreCommand.COMPLETE, () -> store.complete(completion));
    }

    @Override
    public CompletionStage<List<CompletionReply>> completeAll(List<Completion> completions) {
        return observe(StoreCommand.COMPLETE, () -> store.completeAll(completions));
    }

    @Override
    public CompletionStage<Boolean> release(Claim claim) {
        return observe(StoreCommand.RELEASE, () -> store.release(claim));
    }

    @Override
    public CompletionStage<List<Boolean>> releaseAll(List<Claim> claims) {
        return observe(StoreCommand.RELEASE, () -> store.releaseAll(claims));
    }

    @Override
    public CompletionStage<FindReply> find(RecordAddress address, Fingerprint fingerprint) {
        return observe(StoreCommand.FIND, () -> store.find(address, fingerprint));
    }

    @Override
    public CompletionStage<RecordView> look(RecordAddress address) {
        return observe(StoreCommand.LOOK, () -> store.look(address));
    }

    @Override
    public CompletionStage<Boolean> evict(RecordAddress address, Duration ttl) {
        return observe(StoreCommand.EVICT, () -> store.evict(address, ttl));
    }

    @Override
    public Subscription subscribe(RecordAddress address, Runnable listener) {
        return store.subscribe(address, listener);
    }

    @Override
    public Subscription onEviction(Consumer<String> listener) {
        return store.onEviction(listener);
    }

    @Override
    public Optional<FindReply> peek(RecordAddress address, Fingerprint fingerprint) {
        return store.peek(address, fingerprint);
    }

    @Override
    public Optional<KeptOutcome> kept(RecordAddress address, Fingerprint fingerprint) {
        return store.kept(address, fingerprint);
    }

    @Override
    public void clear() {
        store.clear();
    }

    @Override
    public CompletionStage<Optional<String>> dataLossRisk() {
        return store.dataLossRisk();
    }

    @Override
    public Duration timeout() {
        return store.timeout();
    }

    private <T> CompletionStage<T> observe(StoreCommand command, Supplier<CompletionStage<T>> verb) {
        long begun = System.nanoTime();
        CompletionStage<T> answer;
        try {
            answer = verb.get();
        } catch (RuntimeException | Error e) {
            tell(command, begun, e);
            throw e;
        }
        return answer.whenComplete((value, failure) -> tell(command, begun, failure));
    }

    private void tell(StoreCommand command, long begun, @Nullable Throwable failure) {
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        try {
            if (failure == null) {
                observer.answered(name, command, time);
            } else {
                observer.failed(name, command, time, failure);
            }
        } catch (RuntimeException | Error e) {
            LogEvent.OBSERVER_FAILED
                    .warn(log)
                    .setCause(e)
                    .log("The observer of the store '{}' failed; its figures are wrong from now on.", name);
        }
    }
}
