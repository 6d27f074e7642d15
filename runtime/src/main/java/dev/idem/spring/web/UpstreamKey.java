package dev.idem.spring.web;

import dev.idem.engine.CurrentCall;
import dev.idem.key.IdempotencyKeyHeader;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** The header that a request gets from the guarded call that makes it. */
final class UpstreamKey {

    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    private UpstreamKey() {}

    /** Whether the request changes something, and has no key of its own. */
    static boolean isWantedBy(HttpMethod method, HttpHeaders headers) {
        return !SAFE.contains(method) && headers.getFirst(IdempotencyKeyHeader.NAME) == null;
    }

    /** The header's value. */
    static String of(CurrentCall call, HttpMethod method, URI uri) {
        return IdempotencyKeyHeader.ofKey(call.upstreamKey(method + " " + uri.getRawPath()))
                .toString();
    }
}
