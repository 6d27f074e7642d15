package dev.idem.benchmark.report;

import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.peer.Peer.Role;
import dev.idem.benchmark.scenario.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** Hits that are answered from this process. */
final class LocalSection implements Section {

    @Override
    public String markdown(Collection<Results> results) {
        StringBuilder text = new StringBuilder();
        for (Results of : results) {
            LocalFigures figures = new LocalFigures(of);
            if (figures.isMeasured()) {
                text.append(of.heading(LocalFigures.SUITE))
                        .append(table(figures))
                        .append('\n')
                        .append(threads(figures));
                text.append("\n![JDK ")
                        .append(of.jdk())
                        .append("](benchmarks/")
                        .append(LocalChart.name(of))
                        .append(")\n");
            }
        }
        return text.toString();
    }

    private static Table table(LocalFigures figures) {
        Table table = new Table(List.of(
                "ns per hit (against `@Cacheable`)",
                "200 B, same object",
                "200 B, built afresh, net",
                "8 KB, same",
                "8 KB, afresh, net",
                "reply with a list",
                "memory, same",
                "memory, afresh, net"));
        table.row(List.of(
                "building the request",
                "",
                Numbers.text(figures.building(Size.SMALL, "ns")),
                "",
                Numbers.text(figures.building(Size.LARGE, "ns")),
                "",
                "",
                Numbers.text(figures.building(Size.SMALL, "B")) + " B"));
        for (Peer peer : Peer.values()) {
            if (peer.role() != Role.REMOTE
                    && figures.same(peer, Size.SMALL, "ns").isPresent()) {
                table.row(row(figures, peer));
            }
        }
        return table;
    }

    private static List<String> row(LocalFigures figures, Peer peer) {
        List<String> cells = new ArrayList<>(List.of(peer.label()));
        for (Size size : Size.values()) {
            cells.add(cell(figures.same(peer, size, "ns"), figures.same(Peer.CACHEABLE, size, "ns")));
            cells.add(cell(figures.freshNet(peer, size, "ns"), figures.freshNet(Peer.CACHEABLE, size, "ns")));
        }
        cells.add(cell(figures.completion(peer), figures.completion(Peer.CACHEABLE)));
        cells.add(Numbers.text(figures.same(peer, Size.SMALL, "B")) + " B");
        cells.add(Numbers.text(figures.freshNet(peer, Size.SMALL, "B")) + " B");
        return cells;
    }

    private static String cell(OptionalDouble value, OptionalDouble reference) {
        OptionalDouble ratio = Results.both(value, reference, (mine, other) -> mine / other);
        return value.isEmpty() ? Numbers.NONE : Numbers.text(value) + " (" + Numbers.text(ratio) + ")";
    }

    private static String threads(LocalFigures figures) {
        Table table = new Table(List.of(
                "200 B, same object", "one thread, ns", "two threads, ns each", "calls per second, two against one"));
        for (Peer peer : Peer.values()) {
            OptionalDouble two = figures.onTwoThreads(peer);
            if (two.isPresent()) {
                table.row(List.of(
                        peer.label(),
                        Numbers.text(figures.same(peer, Size.SMALL, "ns")),
                        Numbers.text(two),
                        Numbers.text(figures.scaling(peer))));
            }
        }
        return table.isEmpty() ? "" : table.toString();
    }
}
