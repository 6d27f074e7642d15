package dev.idem.benchmark.growth;

import dev.idem.benchmark.Mode;
import dev.idem.benchmark.report.Figure;
import dev.idem.benchmark.timing.Turns;
import dev.idem.engine.CallKey;
import dev.idem.engine.Idempotency;
import dev.idem.store.caffeine.CaffeineStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Many operations, one record each, by calls in code. */
final class Operations {

    private static final String NAME = "IN_CODE";

    private final int most;
    private final Turns turns;

    Operations(Mode mode) {
        this.most = mode.choose(3, 4);
        this.turns = new Turns(mode.choose(10, 40), 20_000);
    }

    List<Figure> measure() {
        List<Figure> figures = new ArrayList<>();
        for (int operations : Powers.of(0, most)) {
            try (Idempotency idempotency =
                    Idempotency.builder().store(new CaffeineStore(1 << 30)).build()) {
                measure(idempotency, operations, figures);
            }
        }
        return figures;
    }

    private void measure(Idempotency idempotency, int operations, List<Figure> figures) {
        List<CallKey> keys = IntStream.range(0, operations)
                .mapToObj(i -> CallKey.of("operation-" + i, "key"))
                .toList();
        long before = Heap.live();
        keys.forEach(key -> call(idempotency, key));
        double bytes = (double) (Heap.live() - before) / operations;
        figures.add(Figure.counted(NAME, "heap at " + operations + " operations", "B", bytes));
        SplittableRandom random = new SplittableRandom(operations);
        Runnable hit = () -> call(idempotency, keys.get(random.nextInt(operations)));
        figures.addAll(turns.time(Map.of(NAME, hit)).nanos("hit at " + operations + " operations"));
    }

    private static void call(Idempotency idempotency, CallKey key) {
        try {
            idempotency.call(key, String.class, () -> "done");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
