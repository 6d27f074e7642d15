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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
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
        Command command = Command.of(
                Script.CLAIM,
                request.address().text(),
                request.token(),
                request.fingerprint().text(),
                millis(request.lease()),
                millis(request.ttl()),
                request.waits() ? channels.own() : "");
        boolean listens = channels.isOpen();
        CompletionStage<ClaimReply> claimed = scripts.run(command).thenApply(Reply::toClaimReply);
        return listens ? claimed : claimed.thenCompose(reply -> listen(reply, command));
    }

    private CompletionStage<ClaimReply> listen(ClaimReply reply, Command command) {
        CompletionStage<?> open = channels.open();
        return reply instanceof Held
                ? open.thenCompose(done -> scripts.run(command).thenApply(Reply::toClaimReply))
                : CompletableFuture.completedStage(reply);
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
    public CompletionStage<List<Boolean>> renew(List<Claim> claims) {
        List<Command> commands =
                claims.stream().map(claim -> lengthening(Script.RENEW, claim)).toList();
        return scripts.runAll(commands)
                .thenApply(replies -> replies.stream().map(Reply::isDone).toList());
    }

    private static Command lengthening(Script verb, Claim claim) {
        return Command.of(
                verb, claim.address().text(), claim.token(), Long.toString(claim.grant()), millis(claim.lease()));
    }

    @Override
    public CompletionStage<CompletionReply> complete(Completion completion) {
        Claim claim = completion.claim();
        Command command = Command.of(
                        Script.COMPLETE,
                        claim.address().text(),
                        claim.token(),
                        Long.toString(claim.grant()),
                        claim.fingerprint().text(),
                        millis(claim.ttl()),
                        Long.toString(completion.endMicros()))
                .with(completion.payload());
        return scripts.run(command).thenApply(Reply::toCompletionReply);
    }

    @Override
    public CompletionStage<Boolean> release(Claim claim) {
        return isDone(Command.of(Script.RELEASE, claim.address().text(), claim.token(), Long.toString(claim.grant())));
    }

    @Override
    public CompletionStage<FindReply> find(RecordAddress address, Fingerprint fingerprint) {
        return scripts.run(Command.of(Script.FIND, address.text(), fingerprint.text()))
                .thenApply(Reply::toFindReply);
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

    private CompletionStage<Boolean> isDone(Command command) {
        return scripts.run(command).thenApply(Reply::isDone);
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
