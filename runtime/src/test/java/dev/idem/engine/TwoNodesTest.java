package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.idem.reactor.ReactorShapes;
import dev.idem.testing.TestRedis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Two nodes, a real server and real time: many threads make the same calls, some of which fail at first. */
final class TwoNodesTest {

    private static final int KEYS = 60;
    private static final int CALLS_PER_KEY = 12;
    private static final int MOST_FAILURES = 3;

    @RegisterExtension
    static final TestRedis REDIS = new TestRedis();

    private static List<EngineNode> nodes;

    @BeforeAll
    static void start() {
        nodes = List.of(
                new EngineNode(REDIS.address(), new SystemTimer()), new EngineNode(REDIS.address(), new SystemTimer()));
    }

    @AfterAll
    static void stop() {
        nodes.forEach(EngineNode::close);
    }

    @RepeatedTest(5)
    void calls_madeManyTimesOnBothNodes_succeedOnceAndGetOneAnswer(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
            orders.add(new Order(random.nextInt(MOST_FAILURES)));
        }
        for (int call = 0; call < CALLS_PER_KEY; call++) {
            orders.forEach(order -> order.callOn(nodes.get(random.nextInt(nodes.size()))));
        }

        for (Order order : orders) {
            order.assertOneAnswer();
        }
    }

    @Test
    void mono_subscribedToOnBothNodes_runsOnce() throws Throwable {
        String key = UUID.randomUUID().toString();
        Operation operation = EngineTestBench.operation().withShape(ReactorShapes.MONO);
        AtomicInteger runs = new AtomicInteger();
        Sinks.One<Object> work = Sinks.one();
        Invocation method = () -> {
            runs.incrementAndGet();
            return work.asMono();
        };
        CompletableFuture<?> first = ((Mono<?>) nodes.get(0).call(operation, key, method)).toFuture();
        await().untilAtomic(runs, Matchers.is(1));
        CompletableFuture<?> second = ((Mono<?>) nodes.get(1).call(operation, key, method)).toFuture();
        work.tryEmitValue("receipt").orThrow();

        assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo("receipt");
        assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo("receipt");
        assertThat(runs).hasValue(1);
    }

    @Test
    void flux_subscribedToOnBothNodes_streamsOnceAndIsReplayed() throws Throwable {
        String key = UUID.randomUUID().toString();
        Operation operation = EngineTestBench.operation().withShape(ReactorShapes.FLUX);
        AtomicInteger runs = new AtomicInteger();
        Sinks.Many<Object> work = Sinks.many().unicast().onBackpressureBuffer();
        Invocation method = () -> {
            runs.incrementAndGet();
            return work.asFlux();
        };
        Reader first = Reader.of((Flux<?>) nodes.get(0).call(operation, key, method));
        await().untilAtomic(runs, Matchers.is(1));
        Reader second = Reader.of((Flux<?>) nodes.get(1).call(operation, key, method));
        work.tryEmitNext("a").orThrow();
        work.tryEmitNext("b").orThrow();
        first.awaitItems("a", "b");
        assertThat(second.items()).isEmpty();
        work.tryEmitComplete().orThrow();

        first.assertComplete("a", "b");
        second.assertComplete("a", "b");
        Reader.of((Flux<?>) nodes.get(1).call(operation, key, method)).assertComplete("a", "b");
        assertThat(runs).hasValue(1);
    }

    /** One key and what became of its calls. */
    private static final class Order {

        private final String key = UUID.randomUUID().toString();
        private final int failures;
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger runs = new AtomicInteger();
        private final List<CompletableFuture<Object>> answers = new ArrayList<>();

        Order(int failures) {
            this.failures = failures;
        }

        void callOn(EngineNode node) {
            answers.add(node.callLater(key, this::run));
        }

        private Object run() throws IOException {
            assertThat(running.incrementAndGet()).as("runs at once").isEqualTo(1);
            int run = runs.incrementAndGet();
            running.decrementAndGet();
            if (run <= failures) {
                throw new IOException("not yet");
            }
            return "receipt " + run;
        }

        void assertOneAnswer() throws Exception {
            int failed = 0;
            for (CompletableFuture<Object> answer : answers) {
                try {
                    assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo("receipt " + (failures + 1));
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(IOException.class);
                    failed++;
                }
            }
            assertThat(failed).isEqualTo(failures);
            assertThat(runs).hasValue(failures + 1);
        }
    }
}
