package dev.idem.benchmark.report;

import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.peer.Peer.Role;
import dev.idem.benchmark.scenario.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Local hits as bars. */
final class LocalChart {

    private LocalChart() {}

    static String name(Results results) {
        return "local-jdk" + results.jdk() + ".svg";
    }

    static String of(Results results) {
        LocalFigures figures = new LocalFigures(results);
        List<BarChart.Bar> bars = new ArrayList<>();
        for (Peer peer : Peer.values()) {
            OptionalDouble nanos = figures.same(peer, Size.SMALL, "ns");
            if (peer.role() != Role.REMOTE && nanos.isPresent()) {
                String label = peer.label().replace("`", "");
                bars.add(
                        new BarChart.Bar(label, nanos.getAsDouble(), peer.name().startsWith("IDEM")));
            }
        }
        return new BarChart("Local hit, 200 B, same object, JDK " + results.jdk() + ": ns, logarithmic", bars).svg();
    }
}
