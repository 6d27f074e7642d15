package dev.idem.spring.web;

import dev.idem.engine.CurrentCall;
import dev.idem.engine.Idempotency;
import dev.idem.key.IdempotencyKeyHeader;
import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Sends the upstream key of the guarded call that makes a request along with it, as {@code Idempotency-Key}, so that the
 * other system recognises the request when the call is run again. For {@code RestClient} and {@code RestTemplate}.
 * Thread-safe.
 *
 * <p>The key is written as RFC 9651 writes strings, in quotes. Only requests get one that change something: not {@code GET}, {@code HEAD}, {@code OPTIONS} and {@code TRACE}. The step
 * is the method and the path, so two different requests to one path, made inside one call, would share a key: give at least
 * one of them its own header, which stays as it is.
 */
public final class UpstreamKeyInterceptor implements ClientHttpRequestInterceptor {

    private final Idempotency idempotency;

    public UpstreamKeyInterceptor(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        idempotency.current().ifPresent(call -> addKey(request, call));
        return execution.execute(request, body);
    }

    private static void addKey(HttpRequest request, CurrentCall call) {
        if (UpstreamKey.isWantedBy(request.getMethod(), request.getHeaders())) {
            request.getHeaders()
                    .set(IdempotencyKeyHeader.NAME, UpstreamKey.of(call, request.getMethod(), request.getURI()));
        }
    }
}
