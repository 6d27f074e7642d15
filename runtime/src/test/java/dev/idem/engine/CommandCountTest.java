package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.testing.RedisMonitor;
import dev.idem.testing.TestRedis;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a call costs on the wire: the commands that two processes send to one real server. */
final class CommandCountTest {

    @RegisterExtension
    static final TestRedis REDIS = new TestRedis();

    private static final ManualTimer TIMER_HERE = new ManualTimer();
    private static final ManualTimer TIMER_THERE = new ManualTimer();
    private static EngineNode here;
    private static EngineNode there;
    private final String order = UUID.randomUUID().toString();
    private RedisMonitor monitor;

    @BeforeAll
    static void start() throws Throwable {
        here = new EngineNode(REDIS.address(), TIMER_HERE);
        there = new EngineNode(REDIS.address(), TIMER_THERE);
        for (EngineNode node : List.of(here, there)) {
            node.call("warm " + node.hashCode(), () -> "the scripts are loaded and the subscription stands");
        }
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
    }

    @BeforeEach
    void watch() {
        monitor = new RedisMonitor(REDIS.address());
    }

    @AfterEach
    void unwatch() throws IOException {
        monitor.close();
    }

    @Test
    void firstCall_sendsTwoCommands() throws Throwable {
        here.call(order, () -> "receipt");

        assertThat(monitor.commands()).hasSize(2);
    }

    @Test
    void remoteHit_sendsOneCommand() throws Throwable {
        here.call(order, () -> "receipt");
        monitor.commands();

        assertThat(there.call(order, () -> "second receipt")).isEqualTo("receipt");
        assertThat(monitor.commands()).hasSize(1);
    }

    @Test
    void localHit_sendsNone() throws Throwable {
        here.call(order, () -> "receipt");
        monitor.commands();

        assertThat(here.call(order, () -> "second receipt")).isEqualTo("receipt");
        assertThat(monitor.commands()).isEmpty();
    }

    @Test
    void eightWaitingThreadsOfAnotherProcess_sendTwoCommandsUntilAllHaveTheAnswer() throws Throwable {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Object> first = here.callLater(order, () -> {
            running.countDown();
            go.await();
            return "receipt";
        });
        running.await();
        monitor.commands();
        int idle = TIMER_THERE.pending();
        List<CompletableFuture<Object>> waiting = IntStream.range(0, 8)
                .mapToObj(i -> there.callLater(order, () -> "second receipt"))
                .toList();
        Awaitility.await().until(() -> TIMER_THERE.pending() == idle + 8);
        go.countDown();

        assertThat(first.get()).isEqualTo("receipt");
        for (CompletableFuture<Object> call : waiting) {
            assertThat(call.get()).isEqualTo("receipt");
        }
        assertThat(monitor.commands())
                .as("the completion of the owner, and a claim before and after the wake-up")
                .hasSize(3);
    }
}
