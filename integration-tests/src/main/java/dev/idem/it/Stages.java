package dev.idem.it;

import dev.idem.IdempotentCall;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Guarded methods that return a stage, which the test completes. */
public class Stages {

    private final AtomicInteger runs = new AtomicInteger();
    private volatile Function<Integer, @Nullable CompletableFuture<?>> work = CompletableFuture::completedFuture;

    /** What every run begins from now on, told which run it is. */
    public void begin(Function<Integer, @Nullable CompletableFuture<?>> next) {
        work = next;
    }

    /** How many runs have begun. */
    public int runs() {
        return runs.get();
    }

    @IdempotentCall(replay = IOException.class)
    public CompletableFuture<Receipt> charge(String account) {
        return run();
    }

    @IdempotentCall
    public CompletionStage<Void> ship(String order) {
        return run();
    }

    @IdempotentCall
    public CompletionStage<@Nullable Integer> number(String name) {
        return run();
    }

    @IdempotentCall
    public CompletableFuture<Optional<List<Receipt>>> find(String account) {
        return run();
    }

    @IdempotentCall(recordIf = "present")
    public CompletableFuture<Optional<String>> findAtLast(String name) {
        return run();
    }

    @IdempotentCall(lockWait = "0s")
    public CompletableFuture<String> impatient(String name) {
        return run();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the test knows what its methods return
    private <T> CompletableFuture<T> run() {
        return (CompletableFuture<T>) work.apply(runs.incrementAndGet());
    }
}
