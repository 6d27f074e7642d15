package dev.idem.store.redisson;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.redisson.api.BatchOptions;
import org.redisson.api.RBatch;
import org.redisson.api.RScript;
import org.redisson.api.RScriptAsync;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.OptionalOptions;
import org.redisson.client.RedisNoScriptException;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * Runs the scripts, each command once and for a bounded time, whatever the client's own settings say: a client that
 * sends again after a time-out would run a script twice.
 */
final class ScriptRunner implements AutoCloseable {

    private final RedissonClient client;
    private final Duration timeout;
    private final RScript scripts;
    private final Line line;

    ScriptRunner(RedissonClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
        this.line = new Line(timeout);
        this.scripts = client.getScript(OptionalOptions.defaults()
                .codec(ByteArrayCodec.INSTANCE)
                .timeout(timeout)
                .retryAttempts(0));
    }

    /** The answer of one command. */
    CompletableFuture<Reply> run(Command command) {
        return line.send(() -> command.sendThrough(scripts)).thenApply(Reply::new);
    }

    /** The answers of several commands, sent in one round trip to each server. */
    CompletableFuture<List<Reply>> runAll(List<Command> commands) {
        return line.send(() -> together(commands)
                        .exceptionallyCompose(failure ->
                                isUnknownScript(failure) ? oneByOne(commands) : CompletableFuture.failedStage(failure)))
                .thenApply(answers -> answers.stream().map(Reply::new).toList());
    }

    @Override
    public void close() {
        line.close();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the answer of each command comes with that of the batch
    private CompletionStage<List<byte[]>> together(List<Command> commands) {
        RBatch batch = client.createBatch(BatchOptions.defaults()
                .responseTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .retryAttempts(0));
        RScriptAsync pipeline = batch.getScript(ByteArrayCodec.INSTANCE);
        commands.forEach(command -> command.sendThrough(pipeline));
        return batch.executeAsync()
                .thenApply(results ->
                        results.getResponses().stream().map(byte[].class::cast).toList());
    }

    /** For a server that has forgotten its scripts: the client loads them again for single commands only. */
    private CompletionStage<List<byte[]>> oneByOne(List<Command> commands) {
        List<CompletableFuture<byte[]>> answers = commands.stream()
                .map(command -> command.sendThrough(scripts).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(done -> answers.stream().map(CompletableFuture::join).toList());
    }

    private static boolean isUnknownScript(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RedisNoScriptException;
    }
}
