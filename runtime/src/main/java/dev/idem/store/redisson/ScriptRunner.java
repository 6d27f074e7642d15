package dev.idem.store.redisson;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.redisson.api.BatchOptions;
import org.redisson.api.BatchResult;
import org.redisson.api.RBatch;
import org.redisson.api.RFuture;
import org.redisson.api.RScript;
import org.redisson.api.RScriptAsync;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.OptionalOptions;
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
        return line.send(() -> send(commands))
                .thenApply(results -> results.getResponses().stream()
                        .map(bytes -> new Reply((byte[]) bytes))
                        .toList());
    }

    @Override
    public void close() {
        line.close();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the answer of each command comes with that of the batch
    private RFuture<BatchResult<?>> send(List<Command> commands) {
        RBatch batch = client.createBatch(BatchOptions.defaults()
                .responseTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .retryAttempts(0));
        RScriptAsync pipeline = batch.getScript(ByteArrayCodec.INSTANCE);
        commands.forEach(command -> command.sendThrough(pipeline));
        return batch.executeAsync();
    }
}
