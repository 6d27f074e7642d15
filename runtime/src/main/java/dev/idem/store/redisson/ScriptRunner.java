package dev.idem.store.redisson;

import dev.idem.StoreUnavailableException;
import dev.idem.store.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.redisson.api.BatchOptions;
import org.redisson.api.BatchResult;
import org.redisson.api.RBatch;
import org.redisson.api.RFuture;
import org.redisson.api.RScript;
import org.redisson.api.RScript.Mode;
import org.redisson.api.RScript.ReturnType;
import org.redisson.api.RScriptAsync;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.OptionalOptions;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * Runs the scripts, each command once and for a bounded time, whatever the client's own settings say: a client that
 * sends again after a time-out would run a script twice.
 */
final class ScriptRunner {

    private final RedissonClient client;
    private final Duration timeout;
    private final RScript scripts;

    ScriptRunner(RedissonClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
        this.scripts = client.getScript(OptionalOptions.defaults()
                .codec(ByteArrayCodec.INSTANCE)
                .timeout(timeout)
                .retryAttempts(0));
    }

    /** A script with its key and arguments. */
    record Command(Script script, String record, List<byte[]> arguments) {

        static Command of(Script script, String record, String... arguments) {
            return new Command(
                    script, record, Arrays.stream(arguments).map(Command::utf8).toList());
        }

        /** The same command with one more argument. */
        Command with(Payload payload) {
            return new Command(
                    script,
                    record,
                    Stream.concat(arguments.stream(), Stream.of(payload.bytes()))
                            .toList());
        }

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        private RFuture<byte[]> sendThrough(RScriptAsync scripts) {
            return scripts.evalAsync(
                    record, Mode.READ_WRITE, script.text(), ReturnType.VALUE, List.of(record), arguments.toArray());
        }
    }

    /** Fails with {@link StoreUnavailableException} if there is no answer in time. */
    CompletableFuture<Reply> run(Command command) {
        return bounded(() -> command.sendThrough(scripts)).thenApply(Reply::new);
    }

    /** Runs the commands in one round trip to each server. */
    CompletableFuture<List<Reply>> runAll(List<Command> commands) {
        return bounded(() -> send(commands))
                .thenApply(results -> results.getResponses().stream()
                        .map(bytes -> new Reply((byte[]) bytes))
                        .toList());
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

    private <T> CompletableFuture<T> bounded(Supplier<RFuture<T>> command) {
        CompletableFuture<T> answer;
        try {
            answer = command.get().toCompletableFuture().copy();
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        return answer.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        new StoreUnavailableException("Redis gave no answer within " + timeout, failure)));
    }
}
