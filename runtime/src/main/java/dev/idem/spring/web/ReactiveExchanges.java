package dev.idem.spring.web;

import dev.idem.engine.Invocation;
import dev.idem.engine.Operation;
import dev.idem.intercept.AroundCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Marks replays in the responses of WebFlux when the first signal of the answer comes, before anything is written. The
 * request is that of the subscriber's context, so only methods that return a {@link Mono} or {@link Flux} are marked.
 */
final class ReactiveExchanges implements AroundCall {

    private final WebProperties properties;

    ReactiveExchanges(WebProperties properties) {
        this.properties = properties;
    }

    /** A context in which the answer to a request is subscribed to. */
    static Context within(Context context, Exchange exchange, HttpHeaders response) {
        return context.put(Begun.class, new Begun(exchange, response));
    }

    @Override
    public @Nullable Object around(Operation operation, Invocation method, Passage engine) throws Throwable {
        WatchedMethod watched = new WatchedMethod(method);
        Object answer = engine.answer(watched);
        if (answer instanceof Mono<?> mono) {
            return placed(mono, operation, watched);
        }
        return answer instanceof Flux<?> flux ? placed(flux, operation, watched) : answer;
    }

    private <T> Mono<T> placed(Mono<T> answer, Operation operation, WatchedMethod watched) {
        return Mono.deferContextual(context -> begun(context, operation, watched)
                .map(begun -> marked(answer, begun))
                .orElse(answer));
    }

    private <T> Flux<T> placed(Flux<T> answer, Operation operation, WatchedMethod watched) {
        return Flux.deferContextual(context -> begun(context, operation, watched)
                .map(begun -> marked(answer, begun))
                .orElse(answer));
    }

    private static Optional<Begun> begun(ContextView context, Operation operation, WatchedMethod watched) {
        return context.<Begun>getOrEmpty(Begun.class)
                .filter(begun -> begun.exchange().takes(operation, watched));
    }

    private <T> Mono<T> marked(Mono<T> answer, Begun begun) {
        return answer.doOnSuccess(result -> mark(begun, begun.exchange().isReplay()))
                .doOnError(failure -> mark(begun, begun.exchange().isReplay(failure)));
    }

    private <T> Flux<T> marked(Flux<T> answer, Begun begun) {
        return answer.switchOnFirst((first, items) -> {
            Throwable failure = first.getThrowable();
            mark(
                    begun,
                    failure == null
                            ? begun.exchange().isReplay()
                            : begun.exchange().isReplay(failure));
            return items;
        });
    }

    private void mark(Begun begun, boolean isReplay) {
        if (isReplay && StringUtils.hasText(properties.replayedHeader())) {
            begun.response().set(properties.replayedHeader(), "true");
        }
    }

    private record Begun(Exchange exchange, HttpHeaders response) {}
}
