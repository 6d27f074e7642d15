package dev.idem.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.it.Application;
import dev.idem.it.Assistant;
import dev.idem.it.Assistant.Message;
import dev.idem.it.Assistant.Reply;
import dev.idem.it.Assistant.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a hit takes beside one of Spring's cache, through a proxy each, in turns. The bound is far from what is measured on a
 * machine that does nothing else (see {@code docs/benchmarks.md}): it is there to notice when the short way is lost.
 */
final class HitRatioTest {

    private static final int ROUNDS = 21;
    private static final int CALLS = 20_000;
    private static final double BOUND = 1.0;

    @Test
    void hit_takesNoLongerThanThatOfSpringsCache() {
        try (Application application = Application.with("idem.store=local")
                .having(Assistant.class)
                .having(CachedAssistant.class)
                .configuredBy(Caching.class)
                .start()) {
            Assistant guarded = application.bean(Assistant.class);
            CachedAssistant cached = application.bean(CachedAssistant.class);
            Request request = new Request("m", List.of(new Message("user", "x".repeat(100))), 5);

            double[] ratios = IntStream.range(0, ROUNDS)
                    .mapToDouble(round ->
                            (double) nanos(() -> guarded.complete(request)) / nanos(() -> cached.complete(request)))
                    .sorted()
                    .toArray();

            assertThat(ratios[ROUNDS / 2]).as("median of %s ratios", ROUNDS).isLessThan(BOUND);
            assertThat(application.work().runs()).isEqualTo(1);
        }
    }

    private static long nanos(Runnable hit) {
        long begin = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            hit.run();
        }
        return System.nanoTime() - begin;
    }

    /** The same service behind Spring's cache. */
    static class CachedAssistant {

        @Cacheable(cacheNames = "replies", sync = true)
        public Reply complete(Request request) {
            return new Reply(request.model(), List.of("done"), Optional.of(5));
        }
    }

    /** In memory, without bounds: the fastest that Spring has. */
    @Configuration(proxyBeanMethods = false)
    @EnableCaching
    static class Caching {

        @Bean
        CacheManager caches() {
            return new ConcurrentMapCacheManager();
        }
    }
}
