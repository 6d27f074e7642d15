package dev.idem.benchmark.growth;

import dev.idem.benchmark.Mode;
import dev.idem.benchmark.peer.OpenPeer;
import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.report.Figure;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;
import dev.idem.benchmark.scenario.Size;
import dev.idem.benchmark.timing.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Many records in this process: what a hit on one of them costs, and what each of them occupies. */
final class LiveKeys {

    private static final List<Peer> PEERS = List.of(Peer.IDEM_PROXY, Peer.IDEM_WOVEN, Peer.CACHEABLE);
    private static final PromptRequest REQUEST = Size.SMALL.request();

    private final int most;
    private final Turns turns;

    LiveKeys(Mode mode) {
        this.most = mode.choose(5, 6);
        this.turns = new Turns(mode.choose(10, 40), 20_000);
    }

    List<Figure> measure() {
        List<Figure> figures = new ArrayList<>();
        for (Peer peer : PEERS) {
            try (OpenPeer open = peer.open("")) {
                measure(peer.name(), open.prompts(), figures);
            }
        }
        return figures;
    }

    private void measure(String name, Prompts prompts, List<Figure> figures) {
        prompts.answer(REQUEST.withSeed(0));
        long before = Heap.live();
        int known = 1;
        for (int keys : Powers.of(3, most)) {
            while (known < keys) {
                prompts.answer(REQUEST.withSeed(known++));
            }
            double bytes = (double) (Heap.live() - before) / keys;
            figures.add(Figure.counted(name, "heap at " + keys + " keys", "B", bytes));
            SplittableRandom random = new SplittableRandom(keys);
            Runnable hit = () -> prompts.answer(REQUEST.withSeed(random.nextInt(keys)));
            figures.addAll(turns.time(Map.of(name, hit)).nanos("hit at " + keys + " keys"));
        }
    }
}
