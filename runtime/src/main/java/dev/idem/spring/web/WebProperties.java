package dev.idem.spring.web;

import dev.idem.key.IdempotencyKeyHeader;
import dev.idem.spring.IdempotencySetupException;
import java.net.URI;
import java.util.regex.Pattern;
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
        @DefaultValue("urn:idem:problem:") String problemTypes) {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** Refuses what no response could carry, before there is one. */
    WebProperties checked() {
        checkHeader("idem.web.key-header", keyHeader);
        if (!replayedHeader.isEmpty()) {
            checkHeader("idem.web.replayed-header", replayedHeader);
        }
        try {
            URI.create(problemTypes + Problem.KEY_MISSING.code());
        } catch (IllegalArgumentException e) {
            throw new IdempotencySetupException(
                    "idem.web.problem-types is '" + problemTypes + "', which no URI begins with.",
                    "Set it to the beginning of one, such as https://developer.example.com/problems/.",
                    e);
        }
        return this;
    }

    private static void checkHeader(String property, String name) {
        if (!TOKEN.matcher(name).matches()) {
            throw new IdempotencySetupException(
                    property + " is '" + name + "', which is not the name of a header.",
                    "Set it to one, such as " + IdempotencyKeyHeader.NAME + ", or leave it out.");
        }
    }
}
