package dev.idem.reactor;

import dev.idem.engine.CurrentCall;
import dev.idem.engine.Invocation;
import dev.idem.engine.ReturnShape;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How methods hand out results with Reactor. Named by generated code. */
public final class ReactorShapes {

    /**
     * The method returns a {@link Mono} of its result; an empty one is null. Nothing happens before somebody subscribes,
     * and each subscription is a call.
     */
    public static final ReturnShape MONO = call -> Mono.deferContextual(context -> Subscribed.to(call, context))
            .flatMap(subscribed -> Mono.fromCompletionStage(
                    subscribed.call().beginCancellable((current, method) -> future(subscribed, current, method))));

    /**
     * The method returns a {@link Flux} of items, which are recorded when it completes. Nothing happens before somebody
     * subscribes, and each subscription is a call.
     */
    public static final ReturnShape FLUX = call -> Flux.deferContextual(context -> Subscribed.to(call, context)
            .flatMapMany(subscribed -> JdkFlowAdapter.flowPublisherToFlux(
                    subscribed.call().stream(current -> publisher(subscribed, current)))));

    private ReactorShapes() {}

    private static @Nullable CompletionStage<?> future(
            Subscribed subscribed, Optional<CurrentCall> current, Invocation method) throws Throwable {
        Mono<?> source = (Mono<?>) method.proceed();
        return source == null
                ? null
                : source.contextWrite(subscribed.inside(current)).toFuture();
    }

    private static Flow.@Nullable Publisher<?> publisher(Subscribed subscribed, CurrentCall current) throws Throwable {
        Flux<?> source = (Flux<?>) subscribed.source();
        return source == null
                ? null
                : JdkFlowAdapter.publisherToFlowPublisher(source.contextWrite(subscribed.inside(Optional.of(current))));
    }
}
