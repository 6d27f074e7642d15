package dev.idem.sample.page;

import dev.idem.sample.simulator.Bill;
import java.time.Duration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Takes snapshots as long as somebody looks at them. */
@Component
final class Feed {

    private static final Duration TICK = Duration.ofMillis(200);

    /** Less than the time-out of asynchronous requests; a browser then connects anew. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final Traffic traffic;
    private final Records records;
    private final Model model;
    private final Drills drills;
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private final Flux<Snapshot> shared;

    Feed(Traffic traffic, Records records, Model model, Drills drills) {
        this.traffic = traffic;
        this.records = records;
        this.model = model;
        this.drills = drills;
        this.shared = Flux.interval(Duration.ZERO, TICK, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .map(tick -> snapshot())
                .share();
    }

    /** One whenever something has changed, and each second. */
    Flux<Snapshot> snapshots() {
        return shared.distinctUntilChanged().take(LONGEST).takeUntilOther(closing.asMono());
    }

    private Snapshot snapshot() {
        return new Snapshot(
                Duration.ofNanos(System.nanoTime()).toSeconds(),
                totals(),
                model.weather(),
                traffic.waiting(),
                traffic.answers(),
                records.look(),
                drills.progress());
    }

    private Snapshot.Totals totals() {
        Drills.Books drilled = drills.books();
        Bill bill = model.bill();
        Bill saved = traffic.saved();
        return new Snapshot.Totals(
                traffic.requests() + drilled.requests(),
                bill.calls() + drilled.calls(),
                traffic.failed(),
                bill.tokens() + drilled.tokensPaid(),
                saved.tokens() + drilled.tokensSaved(),
                bill.amount().add(drilled.paid()),
                saved.amount().add(drilled.saved()));
    }

    /** A server waits at its end for requests that are open. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.tryEmitEmpty();
    }
}
