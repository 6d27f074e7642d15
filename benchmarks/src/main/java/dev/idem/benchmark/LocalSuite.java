package dev.idem.benchmark;

import dev.idem.benchmark.local.Building;
import dev.idem.benchmark.local.LocalHit;
import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.report.Figure;
import dev.idem.benchmark.scenario.Size;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** Hits that are answered from this process. */
final class LocalSuite implements Suite {

    private static final Peer[] ON_TWO_THREADS = {Peer.IDEM_PROXY, Peer.IDEM_WOVEN, Peer.CACHEABLE, Peer.JETCACHE};

    @Override
    public List<Figure> measure(Plan plan, Jdk jdk, String redis) {
        JmhRounds jmh = new JmhRounds(plan, jdk);
        for (int round = 0; round < plan.rounds(); round++) {
            jmh.run(jmh.options().include(method(Building.class, "build")), result -> "BUILDING", LocalSuite::measure);
            jmh.run(
                    hits(jmh, redis, plan.peers(Peer.Role.LOCAL, Peer.Role.FLOOR), "(same|fresh)"),
                    LocalSuite::peer,
                    LocalSuite::measure);
            jmh.run(
                    hits(jmh, redis, plan.peers(Peer.Role.LOCAL), "completion").param("size", Size.SMALL.name()),
                    LocalSuite::peer,
                    LocalSuite::measure);
            jmh.run(
                    hits(jmh, redis, List.of(ON_TWO_THREADS), "same")
                            .param("size", Size.SMALL.name())
                            .threads(2),
                    LocalSuite::peer,
                    result -> measure(result) + ", 2 threads");
        }
        return jmh.figures();
    }

    private static ChainedOptionsBuilder hits(JmhRounds jmh, String redis, List<Peer> peers, String methods) {
        return jmh.options("-D" + LocalHit.REDIS + '=' + redis)
                .include(method(LocalHit.class, methods))
                .param("peer", peers.stream().map(Peer::name).toArray(String[]::new));
    }

    private static String method(Class<?> benchmark, String methods) {
        return benchmark.getName().replace(".", "\\.") + "\\." + methods + '$';
    }

    private static String peer(RunResult result) {
        return result.getParams().getParam("peer");
    }

    /** The method and the size. */
    private static String measure(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1)
                + ' '
                + Size.valueOf(result.getParams().getParam("size")).label();
    }
}
