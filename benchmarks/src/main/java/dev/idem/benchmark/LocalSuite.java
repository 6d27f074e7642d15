package dev.idem.benchmark;

import dev.idem.benchmark.local.Building;
import dev.idem.benchmark.local.LocalHit;
import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.report.Figure;
import dev.idem.benchmark.scenario.Size;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** Hits that are answered from this process. */
final class LocalSuite implements Suite {

    private static final List<Peer> ON_TWO_THREADS =
            List.of(Peer.IDEM_PROXY, Peer.IDEM_WOVEN, Peer.CACHEABLE, Peer.JETCACHE);

    @Override
    public List<Figure> measure(Plan plan, Jdk jdk, String redis) {
        JmhRounds jmh = new JmhRounds(plan, jdk);
        for (int round = 0; round < plan.rounds(); round++) {
            jmh.run(jmh.options().include(method(Building.class, "build")), result -> "BUILDING", LocalSuite::measure);
            Hits hits = new Hits(jmh, redis);
            hits.run(plan.peers(Peer.Role.LOCAL), "(same|fresh)", 1, Size.values());
            hits.run(plan.peers(Peer.Role.LOCAL), "completion", 1, Size.SMALL);
            hits.run(plan.peers(Peer.Role.FLOOR), "same", 1, Size.SMALL);
            hits.run(ON_TWO_THREADS, "same", 2, Size.SMALL);
        }
        return jmh.figures();
    }

    /** One round of hits. */
    private record Hits(JmhRounds jmh, String redis) {

        void run(List<Peer> peers, String methods, int threads, Size... sizes) {
            if (peers.isEmpty()) {
                return;
            }
            ChainedOptionsBuilder options = jmh.options("-D" + LocalHit.REDIS + '=' + redis)
                    .include(method(LocalHit.class, methods))
                    .param("peer", peers.stream().map(Peer::name).toArray(String[]::new))
                    .param("size", Stream.of(sizes).map(Size::name).toArray(String[]::new))
                    .threads(threads);
            String suffix = threads == 1 ? "" : ", " + threads + " threads";
            jmh.run(
                    options,
                    result -> result.getParams().getParam("peer"),
                    result -> LocalSuite.measure(result) + suffix);
        }
    }

    private static String method(Class<?> benchmark, String methods) {
        return benchmark.getName().replace(".", "\\.") + "\\." + methods + '$';
    }

    /** The method and the size. */
    private static String measure(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1)
                + ' '
                + Size.valueOf(result.getParams().getParam("size")).label();
    }
}
