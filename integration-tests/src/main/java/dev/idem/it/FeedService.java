package dev.idem.it;

import dev.idem.IdempotentCall;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A service whose guarded methods return what Reactor has for results. */
public class FeedService implements Feed {

    private final Work work;

    public FeedService(Work work) {
        this.work = work;
    }

    @Override
    @IdempotentCall
    public Mono<Receipt> charge(String account) {
        int run = work.run();
        return Mono.just(new Receipt(account, run, List.of()));
    }

    @Override
    @IdempotentCall
    public Mono<Void> ship(String order) {
        work.run();
        return Mono.empty();
    }

    /** Its second run is the first that is complete. */
    @Override
    @IdempotentCall(recordIf = "last")
    public Flux<Delta> write(String prompt) {
        int run = work.run();
        return Flux.just(new Delta(prompt, /* last= */ false), new Delta("#" + run, run > 1));
    }
}
