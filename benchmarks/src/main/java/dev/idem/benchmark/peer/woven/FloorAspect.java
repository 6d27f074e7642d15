package dev.idem.benchmark.peer.woven;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;

/** The least that woven advice with a cache can cost: the key is ready, and nothing is compared. */
@Aspect
final class FloorAspect {

    private static final String KEY = "ready";

    private final Cache<String, Object> cache =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofDays(1)).build();

    @Around("execution(@dev.idem.benchmark.peer.woven.Remembered * *(..))")
    public @Nullable Object remember(ProceedingJoinPoint joinPoint) throws Throwable {
        Object known = cache.getIfPresent(KEY);
        if (known == null) {
            known = joinPoint.proceed();
            cache.put(KEY, known);
        }
        return known;
    }
}
