package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.StoreUnavailableException;
import dev.idem.codec.jackson.JacksonResultCodec;
import dev.idem.store.redisson.RedisClients;
import dev.idem.store.redisson.RedissonStore;
import dev.idem.testing.CapturedLogs;
import dev.idem.testing.RedisProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.redisson.api.RedissonClient;

/** Arguments and results reach no log line and no message, while a server is full, silent, and gone. */
@EnabledIf("dev.idem.testing.RedisProcess#isAvailable")
final class PayloadsInRedisLogsTest {

    /** Where Redisson writes, at this level only, each command as it is sent. */
    private static final String OVER_THE_WIRE = "TRACE org.redisson.client.handler.";

    private final RedisProcess redis = RedisProcess.start();
    private final RedissonClient client = RedisClients.connect(redis.address());
    private final RedissonStore store = new RedissonStore(client, "shop", Duration.ofMillis(500));
    private final IdempotencyEngine engine = new IdempotencyEngine(
            "shop",
            Optional::empty,
            operation -> new Guard(CallPolicy.DEFAULT, store),
            new JacksonResultCodec(),
            EngineLimits.DEFAULT,
            Optional.empty());
    private final List<Throwable> refusals = new ArrayList<>();
    private final CapturedLogs logs = new CapturedLogs();

    @AfterEach
    void close() {
        logs.close();
        engine.close();
        store.close();
        client.shutdown();
        redis.close();
    }

    @Test
    void troubleWithRedis_isLoggedWithoutPayload() throws Throwable {
        call("full", () -> redis.ask("CONFIG SET maxmemory 1"));
        call("refused", () -> {});
        redis.ask("CONFIG SET maxmemory 0");
        call("silent", redis::pause);
        redis.resume();
        call("gone", redis::kill);

        assertThat(refusals).hasSize(1).hasOnlyElementsOfType(StoreUnavailableException.class);
        assertThat(String.join("\n", logs.lines())).contains("could not be recorded yet", "RedisOutOfMemoryException");
        Marker.assertInNoneOf(logs.lines().stream()
                .filter(line -> !line.startsWith(OVER_THE_WIRE))
                .toList());
        Marker.assertInNoneOf(refusals.stream().map(Throwables::getStackTrace).toList());
    }

    /** What happens while the method runs meets its completion. */
    private void call(String order, Runnable trouble) throws Throwable {
        try {
            engine.execute(EngineTestBench.operation(), new Object[] {order + ' ' + Marker.TEXT}, () -> {
                trouble.run();
                return Marker.TEXT;
            });
        } catch (StoreUnavailableException refusal) {
            refusals.add(refusal);
        }
    }
}
