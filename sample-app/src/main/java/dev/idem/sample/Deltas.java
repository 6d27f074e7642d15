package dev.idem.sample;

import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.models.messages.RawMessageStreamEvent;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Schedulers;

/** Passes on what the client's stream brings, on the client's thread. */
record Deltas(FluxSink<Delta> sink) implements AsyncStreamResponse.Handler<RawMessageStreamEvent> {

    /**
     * Sends the request when subscribed to, and hangs up when cancelled: on a thread of its own, since the client tries
     * for a tenth of a second to read the rest.
     */
    static Flux<Delta> of(Supplier<AsyncStreamResponse<RawMessageStreamEvent>> request) {
        return Flux.create(sink -> {
            AsyncStreamResponse<RawMessageStreamEvent> response = request.get();
            sink.onCancel(() -> Schedulers.boundedElastic().schedule(response::close));
            response.subscribe(new Deltas(sink));
        });
    }

    @Override
    public void onNext(RawMessageStreamEvent event) {
        if (event.isMessageStop()) {
            sink.next(new Delta("", true));
        }
        event.contentBlockDelta()
                .flatMap(delta -> delta.delta().text())
                .ifPresent(text -> sink.next(new Delta(text.text(), false)));
    }

    @Override
    public void onComplete(Optional<Throwable> failure) {
        failure.ifPresentOrElse(e -> sink.error(cause(e)), sink::complete);
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
