package dev.idem.sample.page;

import dev.idem.observe.CallStatistics;
import dev.idem.observe.OperationStatistics;
import dev.idem.observe.Prices;
import dev.idem.sample.simulator.Bill;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
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
    private final CallStatistics statistics;
    private final Prices prices;
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private final Flux<Snapshot> shared;

    Feed(Traffic traffic, Records records, Model model, Drills drills, CallStatistics statistics, Prices prices) {
        this.traffic = traffic;
        this.records = records;
        this.model = model;
        this.drills = drills;
        this.statistics = statistics;
        this.prices = prices;
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
        Map<String, Double> saved =
                statistics.of(Records.OPERATION).map(OperationStatistics::saved).orElseGet(TreeMap::new);
        double tokensSaved =
                saved.values().stream().mapToDouble(Double::doubleValue).sum();
        return new Snapshot.Totals(
                traffic.requests() + drilled.requests(),
                bill.calls() + drilled.calls(),
                traffic.failed(),
                bill.tokens() + drilled.tokensPaid(),
                (long) tokensSaved + drilled.tokensSaved(),
                bill.amount().add(drilled.paid()),
                prices.of(saved).orElse(BigDecimal.ZERO).add(drilled.saved()));
    }

    /** A server waits at its end for requests that are open. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.tryEmitEmpty();
    }
}
