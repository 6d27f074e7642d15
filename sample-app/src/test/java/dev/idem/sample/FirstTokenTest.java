package dev.idem.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anthropic.client.AnthropicClient;
import dev.idem.sample.demo.SharedRedis;
import dev.idem.sample.simulator.Bill;
import dev.idem.sample.simulator.HeldStream;
import dev.idem.sample.simulator.Simulator;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.redisson.RedissonStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Flux;

/** What the guard adds to the time to the first token: the claim, and nothing else. The store is a real Redis. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"idem.store=watched", "idem.lease=10m"})
@Timeout(60)
class FirstTokenTest {

    private static final Logger log = LoggerFactory.getLogger(FirstTokenTest.class);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int REPETITIONS = 40;

    @Autowired
    private PromptService prompts;

    @Autowired
    private AnthropicClient client;

    @Autowired
    private WatchedStore store;

    private Simulator simulator;

    /** A Redis behind a store that tells what it is sent. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Redis {

        @Bean
        SharedRedis redis() {
            return SharedRedis.start();
        }

        @Bean(destroyMethod = "shutdown")
        RedissonClient redisson(SharedRedis redis) {
            Config config = new Config();
            config.useSingleServer().setAddress(redis.address().toString());
            return Redisson.create(config);
        }

        @Bean
        RedissonStore redissonStore(RedissonClient client) {
            return new RedissonStore(client, "first-token-" + UUID.randomUUID(), Duration.ofSeconds(10));
        }

        @Bean
        WatchedStore watch(RedissonStore store) {
            return new WatchedStore(store);
        }

        @Bean
        IdempotencyStore watched(WatchedStore watch) {
            return watch.watched();
        }
    }

    @BeforeEach
    void warmUp(@Autowired Upstream upstream) {
        simulator = upstream.simulator();
        prompts.stream(prompt()).blockLast(SOON);
        store.reset();
    }

    private static PromptRequest prompt() {
        return new PromptRequest(
                "claude-sonnet-4-6",
                256,
                null,
                List.of(new PromptMessage(PromptMessage.Role.USER, "What is " + UUID.randomUUID() + "?")));
    }

    @Test
    void tokens_arriveWithOneCommandToTheStore_andWithoutAnyReplyAfterTheClaims() throws Exception {
        HeldStream held = simulator.streamNext();
        CompletableFuture<Void> recorded = store.withhold("complete");
        BlockingQueue<Delta> tokens = new LinkedBlockingQueue<>();
        CompletableFuture<Void> end = new CompletableFuture<>();
        prompts.stream(prompt()).subscribe(tokens::add, end::completeExceptionally, () -> end.complete(null));

        held.sendToken();
        assertThat(next(tokens)).isEqualTo(new Delta("This ", false));
        assertThat(store.commands()).containsExactly("claim");

        held.sendRest();
        Delta token = next(tokens);
        while (!token.last()) {
            token = next(tokens);
        }
        await().atMost(SOON).until(() -> store.commands().equals(List.of("claim", "complete")));
        assertThat(end).isNotDone();
        recorded.complete(null);
        end.get(20, TimeUnit.SECONDS);
    }

    private static Delta next(BlockingQueue<Delta> tokens) throws InterruptedException {
        return tokens.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void model_isNotCalledBeforeTheClaimIsGranted() throws Exception {
        CompletableFuture<Void> granted = store.withhold("claim");
        HeldStream held = simulator.streamNext();
        Bill before = simulator.bill();
        CompletableFuture<List<Delta>> answer =
                prompts.stream(prompt()).collectList().toFuture();

        await().atMost(SOON).until(() -> store.claims().size() == 1);
        assertThat(simulator.bill()).isEqualTo(before);

        granted.complete(null);
        held.sendRest();
        assertThat(answer.get(20, TimeUnit.SECONDS)).endsWith(new Delta("", true));
    }

    @Test
    void guardedAndUnguarded_takeTheSameTimeButForTheClaim() {
        PromptService unguarded = new PromptService(client);
        List<Long> with = new ArrayList<>();
        List<Long> without = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            with.add(firstToken(prompts.stream(prompt())));
            without.add(firstToken(unguarded.stream(prompt())));
        }

        long claim = median(store.claims());
        log.info(
                "Median time to the first token: {} us guarded, {} us unguarded; a claim takes {} us",
                median(with) / 1000,
                median(without) / 1000,
                claim / 1000);
        assertThat(store.claims()).hasSize(REPETITIONS);
        assertThat(median(with)).isLessThan(10 * (median(without) + claim));
    }

    private static long firstToken(Flux<Delta> answer) {
        long begin = System.nanoTime();
        AtomicLong first = new AtomicLong();
        answer.doOnNext(token -> first.compareAndSet(0, System.nanoTime() - begin))
                .blockLast(SOON);
        return first.get();
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
