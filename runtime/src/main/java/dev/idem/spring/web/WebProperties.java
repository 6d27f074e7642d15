package dev.idem.spring.web;

import dev.idem.key.IdempotencyKeyHeader;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code idem.web.*}: what HTTP clients see of guarded calls.
 *
 * @param enabled Whether guarded controller methods check and echo the client's key and mark replayed answers, and whether
 *     refusals are answered with problem details.
 * @param keyHeader Name of the request header that holds the client's key.
 * @param replayedHeader Name of the response header that marks replayed answers. Empty for none.
 * @param problemTypes What the types of problem details begin with, such as the address of your own documentation.
 */
@ConfigurationProperties("idem.web")
public record WebProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue(IdempotencyKeyHeader.NAME) String keyHeader,
        @DefaultValue("Idempotent-Replayed") String replayedHeader,
        @DefaultValue("urn:idem:problem:") String problemTypes) {}
