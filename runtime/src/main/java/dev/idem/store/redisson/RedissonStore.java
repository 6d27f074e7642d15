package dev.idem.store.redisson;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.FindReply;
import dev.idem.store.Held;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.RecordView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.redisson.api.RedissonClient;

/**
 * A store on Redis, shared by all processes that name the same server and application. One key per record, one script
 * per verb, each sent once. Thread-safe.
 */
public final class RedissonStore implements IdempotencyStore, AutoCloseable {

    private final ScriptRunner scripts;
    private final Channels channels;
    private final String prefix;
    private final Duration timeout;

    /**
     * A store that has asked its server nothing yet.
     *
     * @param client stays the caller's to close
     * @param application the application's name, which begins every key and channel
     * @param timeout bounds every command, whatever the client's own settings say
     */
    public RedissonStore(RedissonClient client, String application, Duration timeout) {
        this.scripts = new ScriptRunner(client, timeout);
        this.prefix = RecordAddress.prefix(application);
        this.channels = new Channels(client, prefix);
        this.timeout = timeout;
    }

    /** Once the server has answered for the first time, this process listens; who is to wait claims again after that. */
    @Override
    public CompletionStage<ClaimReply> claim(ClaimRequest request) {
        Command command = claiming(request);
        return claim(() -> scripts.run(command).thenApply(Reply::toClaimReply), Held.class::isInstance);
    }

    @Override
    public CompletionStage<List<ClaimReply>> claimAll(List<ClaimRequest> requests) {
        List<Command> commands = requests.stream().map(this::claiming).toList();
        return claim(
                () -> runAll(commands, Reply::toClaimReply),
                replies -> replies.stream().anyMatch(Held.class::isInstance));
    }

    /** Claims again once this process listens, if it did not and is to wait. A claim that was granted is granted again. */
    private <T> CompletionStage<T> claim(Supplier<CompletionStage<T>> claim, Predicate<T> isHeld) {
        boolean listens = channels.isOpen();
        CompletionStage<T> claimed = claim.get();
        return listens ? claimed : claimed.thenCompose(reply -> listen(claim, reply, isHeld));
    }

    private <T> CompletionStage<T> listen(Supplier<CompletionStage<T>> claim, T reply, Predicate<T> isHeld) {
        CompletionStage<?> open = channels.open();
        return isHeld.test(reply) ? open.thenCompose(done -> claim.get()) : CompletableFuture.completedStage(reply);
    }

    private Command claiming(ClaimRequest request) {
        return Command.of(
                Script.CLAIM,
                request.address().text(),
                request.token(),
                request.fingerprint().text(),
                millis(request.lease()),
                millis(request.ttl()),
                request.waits() ? channels.own() : "");
    }

    @Override
    public CompletionStage<Boolean> withdraw(ClaimRequest request) {
        return isDone(Command.of(Script.RELEASE, request.address().text(), request.token(), ""));
    }

    @Override
    public CompletionStage<Boolean> start(Claim claim) {
        return isDone(lengthening(Script.START, claim));
    }

    @Override
    public CompletionStage<List<Boolean>> startAll(List<Claim> claims) {
        return runAll(
                claims.stream().map(claim -> lengthening(Script.START, claim)).toList(), Reply::isDone);
    }

    @Override
    public CompletionStage<List<Boolean>> renew(List<Claim> claims) {
        return runAll(
                claims.stream().map(claim -> lengthening(Script.RENEW, claim)).toList(), Reply::isDone);
    }

    private static Command lengthening(Script verb, Claim claim) {
        return Command.of(
                verb, claim.address().text(), claim.token(), Long.toString(claim.grant()), millis(claim.lease()));
    }

    @Override
    public CompletionStage<CompletionReply> complete(Completion completion) {
        return scripts.run(completing(completion)).thenApply(Reply::toCompletionReply);
    }

    @Override
    public CompletionStage<List<CompletionReply>> completeAll(List<Completion> completions) {
        return runAll(completions.stream().map(RedissonStore::completing).toList(), Reply::toCompletionReply);
    }

    private static Command completing(Completion completion) {
        Claim claim = completion.claim();
        return Command.of(
                        Script.COMPLETE,
                        claim.address().text(),
                        claim.token(),
                        Long.toString(claim.grant()),
                        claim.fingerprint().text(),
                        millis(claim.ttl()),
                        Long.toString(completion.endMicros()))
                .with(completion.payload());
    }

    @Override
    public CompletionStage<Boolean> release(Claim claim) {
        return isDone(releasing(claim));
    }

    @Override
    public CompletionStage<List<Boolean>> releaseAll(List<Claim> claims) {
        return runAll(claims.stream().map(RedissonStore::releasing).toList(), Reply::isDone);
    }

    private static Command releasing(Claim claim) {
        return Command.of(Script.RELEASE, claim.address().text(), claim.token(), Long.toString(claim.grant()));
    }

    @Override
    public CompletionStage<FindReply> find(RecordAddress address, Fingerprint fingerprint) {
        return scripts.run(Command.of(Script.FIND, address.text(), fingerprint.text()))
                .thenApply(Reply::toFindReply);
    }

    @Override
    public CompletionStage<RecordView> look(RecordAddress address) {
        return scripts.run(Command.of(Script.LOOK, address.text())).thenApply(Reply::toRecordView);
    }

    @Override
    public CompletionStage<Boolean> evict(RecordAddress address, Duration ttl) {
        return isDone(Command.of(Script.EVICT, address.text(), millis(ttl), channels.evictions()));
    }

    @Override
    public Subscription subscribe(RecordAddress address, Runnable listener) {
        return channels.onWakeUp(address.text(), listener);
    }

    @Override
    public Subscription onEviction(Consumer<String> listener) {
        return channels.onEviction(listener);
    }

    /** In a cluster, that of one server. */
    @Override
    public CompletionStage<Optional<String>> dataLossRisk() {
        return scripts.run(Command.of(Script.POLICY, prefix + "policy")).thenApply(Reply::toDataLossRisk);
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    /** Ends the subscription. The client stays open. */
    @Override
    public void close() {
        channels.close();
        scripts.close();
    }

    private <R> CompletionStage<List<R>> runAll(List<Command> commands, Function<Reply, R> read) {
        return scripts.runAll(commands)
                .thenApply(replies -> replies.stream().map(read).toList());
    }

    private CompletionStage<Boolean> isDone(Command command) {
        return scripts.run(command).thenApply(Reply::isDone);
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
