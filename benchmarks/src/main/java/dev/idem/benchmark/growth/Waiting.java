package dev.idem.benchmark.growth;

import dev.idem.benchmark.Mode;
import dev.idem.benchmark.peer.OpenPeer;
import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.report.Figure;
import dev.idem.benchmark.scenario.HeldModel;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;
import dev.idem.benchmark.scenario.Size;
import dev.idem.benchmark.timing.Crowd;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Many duplicates of one call that runs: when the last one has its answer, and what they cost until then. */
final class Waiting {

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final String redis;
    private final int most;
    private final HeldModel model = new HeldModel();
    private long seed;

    Waiting(String redis, Mode mode) {
        this.redis = redis;
        this.most = mode.choose(3, 4);
    }

    List<Figure> measure() {
        List<Figure> figures = new ArrayList<>();
        try (OpenPeer peer = Peer.IDEM_REDIS.open(redis, model)) {
            for (Kind kind : Kind.values()) {
                if (kind.isThere()) {
                    measure(peer.prompts(), kind, 10);
                    Powers.of(0, most).forEach(duplicates -> figures.addAll(measure(peer.prompts(), kind, duplicates)));
                }
            }
            figures.addAll(measure(peer.prompts(), Kind.ASYNC, 10_000));
        }
        return figures.stream().distinct().toList();
    }

    private List<Figure> measure(Prompts prompts, Kind kind, int duplicates) {
        PromptRequest request = Size.SMALL.request().withSeed(--seed);
        int runs = model.runs();
        model.hold();
        long heap = Heap.live();
        CompletableFuture<?> owner = kind.own(prompts, request);
        model.awaitRun();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        Waiters waiters = kind.wait(prompts, request, duplicates);
        int waiting = ManagementFactory.getThreadMXBean().getThreadCount() - threads;
        double bytes = (double) (Heap.live() - heap) / duplicates;
        model.release();
        double millis = (waiters.last() - model.endedAt()) / NANOS_PER_MILLI;
        owner.join();
        String measure = " with " + duplicates + " duplicates";
        return List.of(
                Figure.counted(kind.name(), "last answer" + measure, "ms", millis),
                Figure.counted(kind.name(), "platform threads" + measure, "threads", waiting),
                Figure.counted(kind.name(), "heap" + measure, "B", bytes),
                Figure.counted(kind.name(), "runs" + measure, "runs", model.runs() - runs));
    }

    /** Duplicates that wait. */
    private interface Waiters {

        /** When the last one had its answer, by {@link System#nanoTime()}. */
        long last();
    }

    /** How duplicates wait. */
    private enum Kind {
        THREADS,
        VIRTUAL_THREADS,
        ASYNC;

        boolean isThere() {
            return this != VIRTUAL_THREADS || Crowd.hasVirtualThreads();
        }

        CompletableFuture<?> own(Prompts prompts, PromptRequest request) {
            return this == ASYNC
                    ? prompts.later(request)
                    : CompletableFuture.supplyAsync(() -> prompts.answer(request), task -> new Thread(task).start());
        }

        Waiters wait(Prompts prompts, PromptRequest request, int duplicates) {
            return switch (this) {
                case THREADS -> waiting(Crowd.ofThreads(duplicates, () -> prompts.answer(request)));
                case VIRTUAL_THREADS -> waiting(Crowd.ofVirtualThreads(duplicates, () -> prompts.answer(request)));
                case ASYNC -> {
                    CompletableFuture<?> all = CompletableFuture.allOf(Stream.generate(() -> prompts.later(request))
                            .limit(duplicates)
                            .toArray(CompletableFuture[]::new));
                    CompletableFuture<Long> last = all.thenApply(done -> System.nanoTime());
                    yield last::join;
                }
            };
        }

        private static Waiters waiting(Crowd crowd) {
            crowd.awaitWaiting();
            return crowd::last;
        }
    }
}
