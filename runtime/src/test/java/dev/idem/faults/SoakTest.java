package dev.idem.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.idem.engine.CallPolicy;
import dev.idem.engine.PolicyOverrides;
import dev.idem.spring.redisson.LeanClients;
import dev.idem.testing.RedisProcess;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Two nodes at full speed, each key asked for on both at about the same time and never again: nothing may pile up. */
final class SoakTest extends Scenario {

    private static final Duration TIME =
            Boolean.getBoolean("idem.long") ? Duration.ofMinutes(30) : Duration.ofSeconds(30);
    private static final int THREADS = 4;
    private static final long HEAP_NOISE = 3 << 20;

    /** Each node has a channel of its own, and both listen for evictions. */
    private static final int SUBSCRIPTIONS = 4;

    private static final CallPolicy POLICY =
            Terms.DEFAULT.policy().with(PolicyOverrides.NONE.withTtl(Duration.ofSeconds(5)));
    private final SubscriptionCount subscriptions = new SubscriptionCount();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private RedisProcess redis;

    @Test
    void churnedKeys_leaveNothingBehind() throws Exception {
        redis = redis();
        try (CallerNode one = node();
                CallerNode other = node()) {
            callFor(TIME.dividedBy(3), one, other);
            State before = state();
            callFor(TIME.dividedBy(3).multipliedBy(2), one, other);
            State after = state();
            System.out.println(calls + " calls, " + refused + " refused: " + before + ", then " + after);

            assertThat(after.heap()).isLessThan(before.heap() + HEAP_NOISE);
            assertThat(after.threads()).isLessThan(before.threads() + THREADS);
            assertThat(List.of(before.subscriptions(), after.subscriptions())).containsOnly(SUBSCRIPTIONS);
            assertThat(subscriptions.made()).isPositive();
            assertThat(refused.get()).isLessThan(calls.get() / 10);
        }
    }

    private void callFor(Duration time, CallerNode... nodes) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS * nodes.length);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            for (CallerNode node : nodes) {
                ends.add(threads.submit(() -> callUntil(end, node)));
            }
        }
        for (Future<?> each : ends) {
            each.get();
        }
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
    }

    private void callUntil(long end, CallerNode node) {
        while (System.nanoTime() - end < 0) {
            long number = calls.getAndIncrement();
            if (node.tryCall(new Request("acme", "key" + number / 2, "usual")).isEmpty()) {
                refused.incrementAndGet();
            }
        }
    }

    /** Once all that was under way has come to its end, every record's TTL included. */
    private State state() {
        await().atMost(Duration.ofSeconds(30)).until(() -> subscriptions.open() == 0);
        await().atMost(Duration.ofSeconds(60)).until(() -> redis.ask("DBSIZE").equals("0"));
        return new State(usedHeap(), ManagementFactory.getThreadMXBean().getThreadCount(), subscriptionsOfTheServer());
    }

    /** What is left after the collector has found nothing more. */
    private static long usedHeap() {
        long used = Long.MAX_VALUE;
        for (long now = collected(); now < used; now = collected()) {
            used = now;
        }
        return used;
    }

    private static long collected() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private int subscriptionsOfTheServer() {
        String channels = redis.ask("PUBSUB CHANNELS").replace('\n', ' ');
        return Arrays.stream(redis.ask("PUBSUB NUMSUB " + channels).split("\n"))
                .filter(line -> line.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private CallerNode node() {
        CallerNode node = new CallerNode(
                LeanClients.to(List.of(redis.address()), null, Terms.STORE_TIMEOUT), POLICY, subscriptions::counted);
        node.connect();
        return node;
    }

    private record State(long heap, int threads, int subscriptions) {}
}
