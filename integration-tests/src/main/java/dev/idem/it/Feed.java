package dev.idem.it;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What callers see of the reactive service. */
public interface Feed {

    Mono<Receipt> charge(String account);

    Mono<Void> ship(String order);

    Flux<Delta> write(String prompt);

    /** A part of an answer. */
    record Delta(String text, boolean last) {}
}
