package dev.idem.spring.web;

import dev.idem.engine.CurrentCall;
import dev.idem.engine.Idempotency;
import dev.idem.key.IdempotencyKeyHeader;
import dev.idem.reactor.ReactorCalls;
import java.util.Optional;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * What {@link UpstreamKeyInterceptor} is for {@code WebClient}: the guarded call is that of the subscriber's context, and
 * else that of the thread that subscribes. Thread-safe.
 */
public final class UpstreamKeyFilter implements ExchangeFilterFunction {

    private final Idempotency idempotency;

    public UpstreamKeyFilter(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return Mono.deferContextual(context -> next.exchange(
                callOf(context).map(call -> withKey(request, call)).orElse(request)));
    }

    private Optional<CurrentCall> callOf(ContextView context) {
        return ReactorCalls.current(context).or(idempotency::current);
    }

    private static ClientRequest withKey(ClientRequest request, CurrentCall call) {
        return UpstreamKey.isWantedBy(request.method(), request.headers())
                ? ClientRequest.from(request)
                        .header(IdempotencyKeyHeader.NAME, UpstreamKey.of(call, request.method(), request.url()))
                        .build()
                : request;
    }
}
