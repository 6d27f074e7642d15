package dev.idem.sample;

import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;

/** A streamed answer as server-sent events. */
final class Events {

    private static final ServerSentEvent<Object> BROKEN_OFF = ServerSentEvent.builder()
            .event("error")
            .data("The answer broke off. Ask again.")
            .build();

    private Events() {}

    /** One event for each part. A failure after the first one comes too late for a status, so it is an event, too. */
    static Flux<ServerSentEvent<Object>> of(Flux<Delta> answer) {
        return answer.map(part -> ServerSentEvent.<Object>builder(part).build())
                .switchOnFirst((first, events) -> first.isOnNext() ? events.onErrorReturn(BROKEN_OFF) : events);
    }
}
