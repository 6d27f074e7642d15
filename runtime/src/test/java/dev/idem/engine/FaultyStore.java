package dev.idem.engine;

import dev.idem.StoreUnavailableException;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.FindReply;
import dev.idem.store.IdempotencyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A real store behind a line that can be cut, verb by verb, or delay its replies until told otherwise. */
final class FaultyStore implements IdempotencyStore {

    enum Verb {
        CLAIM,
        WITHDRAW,
        START,
        RENEW,
        COMPLETE,
        RELEASE,
        FIND,
        EVICT
    }

    private final IdempotencyStore real;
    private final List<Verb> commands = new ArrayList<>();
    private final Set<Verb> cut = EnumSet.noneOf(Verb.class);
    private final List<Consumer<Boolean>> delayed = new ArrayList<>();
    private final Set<Verb> slow = EnumSet.noneOf(Verb.class);
    private boolean deaf;
    private Duration hanging = Duration.ZERO;
    private @Nullable ManualTimer clock;

    FaultyStore(IdempotencyStore real) {
        this.real = real;
    }

    /** Commands of these verbs do not arrive any more, and fail. */
    synchronized void cut(Verb... verbs) {
        cut.addAll(List.of(verbs));
    }

    synchronized void mend() {
        cut.clear();
        hanging = Duration.ZERO;
    }

    /** Commands do not arrive any more and fail, claims only after this time on the given clock. */
    synchronized void hang(Duration timeout, ManualTimer timer) {
        hanging = timeout;
        clock = timer;
    }

    /** Commands of this verb are executed at once; their replies wait for {@link #deliver}. */
    synchronized void delay(Verb verb) {
        slow.add(verb);
    }

    /** Lets the delayed replies, and all later ones, arrive. */
    void deliver() {
        takeDelayed().forEach(reply -> reply.accept(true));
    }

    /** Lets failures arrive instead of the delayed replies, and all later replies. */
    void deliverAsFailures() {
        takeDelayed().forEach(reply -> reply.accept(false));
    }

    private synchronized List<Consumer<Boolean>> takeDelayed() {
        List<Consumer<Boolean>> replies = List.copyOf(delayed);
        slow.clear();
        delayed.clear();
        return replies;
    }

    /** Wake-ups are lost from now on. */
    synchronized void loseWakeUps() {
        deaf = true;
    }

    /** Every verb that was sent, in order, whether or not it arrived. */
    synchronized List<Verb> commands() {
        return List.copyOf(commands);
    }

    synchronized long count(Verb verb) {
        return commands.stream().filter(verb::equals).count();
    }

    private <T> CompletionStage<T> send(Verb verb, Supplier<CompletionStage<T>> command) {
        boolean waits;
        synchronized (this) {
            commands.add(verb);
            if (cut.contains(verb)) {
                return CompletableFuture.failedStage(new StoreUnavailableException("the line is cut"));
            }
            if (!hanging.isZero()) {
                Objects.requireNonNull(clock).moveTo(clock.nanoTime() + (verb == Verb.CLAIM ? hanging.toNanos() : 0));
                return CompletableFuture.failedStage(new StoreUnavailableException("no answer in time"));
            }
            waits = slow.contains(verb);
        }
        CompletionStage<T> reply = command.get();
        return waits ? later(reply) : reply;
    }

    private synchronized <T> CompletionStage<T> later(CompletionStage<T> reply) {
        CompletableFuture<T> late = new CompletableFuture<>();
        delayed.add(arrives -> reply.whenComplete((value, failure) -> {
            if (arrives) {
                late.complete(value);
            } else {
                late.completeExceptionally(new StoreUnavailableException("no answer in time"));
            }
        }));
        return late;
    }

    @Override
    public CompletionStage<ClaimReply> claim(ClaimRequest request) {
        return send(Verb.CLAIM, () -> real.claim(request));
    }

    @Override
    public CompletionStage<Boolean> withdraw(ClaimRequest request) {
        return send(Verb.WITHDRAW, () -> real.withdraw(request));
    }

    @Override
    public CompletionStage<Boolean> start(Claim claim) {
        return send(Verb.START, () -> real.start(claim));
    }

    @Override
    public CompletionStage<List<Boolean>> renew(List<Claim> claims) {
        return send(Verb.RENEW, () -> real.renew(claims));
    }

    @Override
    public CompletionStage<CompletionReply> complete(Completion completion) {
        return send(Verb.COMPLETE, () -> real.complete(completion));
    }

    @Override
    public CompletionStage<Boolean> release(Claim claim) {
        return send(Verb.RELEASE, () -> real.release(claim));
    }

    @Override
    public CompletionStage<FindReply> find(RecordAddress address, Fingerprint fingerprint) {
        return send(Verb.FIND, () -> real.find(address, fingerprint));
    }

    @Override
    public CompletionStage<Boolean> evict(RecordAddress address, Duration ttl) {
        return send(Verb.EVICT, () -> real.evict(address, ttl));
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Subscription subscribe(RecordAddress address, Runnable listener) {
        return real.subscribe(address, () -> {
            synchronized (this) {
                if (deaf) {
                    return;
                }
            }
            listener.run();
        });
    }
}
