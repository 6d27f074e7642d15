package dev.idem.broken.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import dev.idem.broken.intercept.Door;
import io.github.resilience4j.retry.Retry;
import io.micrometer.observation.Observation;
import java.time.Clock;
import org.aopalliance.intercept.MethodInvocation;
import org.aspectj.lang.ProceedingJoinPoint;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.reactivestreams.Publisher;
import org.redisson.api.RedissonClient;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.ApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.test.context.TestContext;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.client.RestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** An engine that knows its doors and every library there is, and looks at the time of day. */
public record Engine(
        Door door,
        ObjectMapper mapper,
        Cache<String, String> cache,
        Observation observation,
        MethodInvocation invocation,
        ProceedingJoinPoint joinPoint,
        RedissonClient client,
        SpringApplication application,
        Access access,
        HealthContributor health,
        ApplicationContext context,
        Authentication authentication,
        Clock clock,
        TransactionStatus transaction,
        JsonNode tree,
        ExtensionContext test,
        TestContext springsTest,
        ResponseEntity<String> response,
        RestClient webClient,
        Retry retry,
        Mono<String> result,
        Publisher<String> items) {}
