package dev.idem.engine;

import static dev.idem.engine.Prompts.marked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.faults.TcpProxy;
import dev.idem.faults.Traffic;
import dev.idem.store.redisson.RedisClients;
import dev.idem.store.redisson.RedissonStore;
import dev.idem.testing.RedisMonitor;
import dev.idem.testing.TestRedis;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.redisson.api.RedissonClient;

/**
 * What a call of many items costs on the wire. No reply passes until the server has executed all commands of a round trip:
 * a client that waited for one of them before it sent the rest would wait for ever.
 */
final class BatchRoundTripTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final CallPolicy POLICY =
            CallPolicy.DEFAULT.with(PolicyOverrides.NONE.withLease(TIMEOUT.multipliedBy(6)));

    @RegisterExtension
    static final TestRedis REDIS = new TestRedis();

    private final String model = "model " + UUID.randomUUID();
    private final List<String> executed = new CopyOnWriteArrayList<>();

    @Test
    void thousandItemsOfWhich900AreKnown_takeTwoRoundTrips() throws Throwable {
        List<String> all = IntStream.range(0, 1_000).mapToObj(i -> "item " + i).toList();
        List<String> known = all.stream().filter(item -> !item.endsWith("7")).toList();
        RedissonClient near = RedisClients.connect(REDIS.address());
        RedissonStore nearStore = new RedissonStore(near, "shop", TIMEOUT);
        try (TcpProxy way = new TcpProxy(URI.create(REDIS.address()).getPort());
                Prompts elsewhere = Prompts.over(nearStore, POLICY);
                RedisMonitor monitor = new RedisMonitor(REDIS.address())) {
            elsewhere.call(model, known, marked(" known"));
            RedissonClient far = RedisClients.connect(way.address());
            RedissonStore store = new RedissonStore(far, "shop", TIMEOUT);
            try (Prompts prompts = Prompts.over(store, POLICY)) {
                prompts.call(model, List.of("warm"), marked(": the scripts are loaded and the subscription stands"));
                monitor.commands();

                CountDownLatch firstReplies = hold(way);
                CompletableFuture<Object> call = prompts.callLater(model, all, missing -> {
                    assertThat(missing).hasSize(100);
                    CountDownLatch secondReplies = hold(way);
                    new Thread(() -> {
                                awaitExecuted(monitor, 1_100);
                                secondReplies.countDown();
                            })
                            .start();
                    return marked(" new").complete(missing);
                });
                awaitExecuted(monitor, 1_000);
                assertThat(prompts.runs()).hasSize(1);
                firstReplies.countDown();

                assertThat(call.get())
                        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                        .hasSize(1_000)
                        .contains("item 7 new", "item 8 known");
                executed.addAll(monitor.commands());
                assertThat(executed).as("1,000 claims and 100 completions").hasSize(1_100);
                assertThat(connections(executed.subList(0, 1_000))).isEqualTo(1);
                assertThat(connections(executed.subList(1_000, 1_100))).isEqualTo(1);
            }
            store.close();
            far.shutdown();
        }
        nearStore.close();
        near.shutdown();
    }

    /** Lets no reply pass until the latch is opened. */
    private static CountDownLatch hold(TcpProxy way) {
        CountDownLatch end = new CountDownLatch(1);
        way.rule(Traffic.FREE, (chunk, length) -> {
            try {
                end.await();
                return true;
            } catch (InterruptedException e) {
                return false;
            }
        });
        return end;
    }

    private void awaitExecuted(RedisMonitor monitor, int commands) {
        Awaitility.await().atMost(TIMEOUT).until(() -> {
            executed.addAll(monitor.commands());
            return executed.size() == commands;
        });
    }

    /** On how many connections these commands came. */
    private static long connections(List<String> commands) {
        return commands.stream()
                .map(command -> command.substring(command.indexOf('['), command.indexOf(']')))
                .distinct()
                .count();
    }
}
