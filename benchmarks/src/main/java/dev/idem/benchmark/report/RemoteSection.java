package dev.idem.benchmark.report;

import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.peer.Peer.Role;
import java.util.Collection;
import java.util.List;

/** Calls that ask Redis. */
final class RemoteSection implements Section {

    static final String SUITE = "remote";
    static final String PLAIN_GET = "PLAIN_GET";
    static final String PLAIN_CLAIM = "PLAIN_CLAIM";
    static final String PLAIN_WAKE = "PLAIN_WAKE";

    @Override
    public String markdown(Collection<Results> results) {
        StringBuilder text = new StringBuilder();
        for (Results of : results) {
            if (of.suites().containsKey(SUITE)) {
                text.append(of.heading(SUITE)).append(table(of));
            }
        }
        return text.toString();
    }

    private static Table table(Results results) {
        Table table = new Table(List.of(
                "",
                "hit, µs",
                "commands",
                "first call, µs",
                "commands",
                "last of 64 threads of another process, ms after the run",
                "ms after the first caller's answer"));
        table.row(row(results, "plain GET of the same bytes", PLAIN_GET));
        table.row(row(results, "Idem's store alone", PLAIN_CLAIM));
        table.row(row(results, "threads of one process that only wait for a latch", PLAIN_WAKE));
        for (Peer peer : Peer.values()) {
            if (peer.role() == Role.REMOTE) {
                table.row(row(results, peer.label(), peer.name()));
            }
        }
        return table;
    }

    private static List<String> row(Results results, String label, String subject) {
        return List.of(
                label,
                cell(results, subject, "hit", "µs"),
                cell(results, subject, "hit", "commands"),
                cell(results, subject, "first call", "µs"),
                cell(results, subject, "first call", "commands"),
                cell(results, subject, "last of 64 after the run", "ms"),
                cell(results, subject, "last of 64 after the owner's answer", "ms"));
    }

    private static String cell(Results results, String subject, String measure, String unit) {
        return results.find(SUITE, subject, measure, unit)
                .map(figure -> figure.spread() == 0
                        ? Numbers.text(figure.value())
                        : Numbers.text(figure.value()) + " ± " + Numbers.text(figure.spread()))
                .findFirst()
                .orElse(Numbers.NONE);
    }
}
