package dev.idem.benchmark.report;

import dev.idem.benchmark.scenario.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The content of a call as bytes. */
final class ContentSection implements Section {

    private static final String SUITE = "content";
    private static final String REFERENCE = "jackson";
    private static final Map<String, String> LABELS = Map.of(
            "idemReusingItsWriter",
            "generated, with a reused writer, as the engine does",
            "idem",
            "generated, with a new writer for each text",
            REFERENCE,
            "Jackson");

    @Override
    public String markdown(Collection<Results> results) {
        StringBuilder text = new StringBuilder();
        for (Results of : results) {
            Figures figures = of.suites().get(SUITE);
            if (figures != null) {
                text.append(of.heading(SUITE)).append(table(of, figures));
            }
        }
        return text.toString();
    }

    private static Table table(Results results, Figures figures) {
        Table table =
                new Table(List.of("ns (throughput against Jackson's)", "211 bytes", "memory", "8,211 bytes", "memory"));
        figures.all().stream().map(Figure::subject).distinct().forEach(subject -> {
            List<String> cells = new ArrayList<>(List.of(LABELS.getOrDefault(subject, subject)));
            for (Size size : Size.values()) {
                var nanos = results.value(SUITE, subject, size.label(), "ns");
                var reference = results.value(SUITE, REFERENCE, size.label(), "ns");
                cells.add(Numbers.text(nanos) + " ("
                        + Numbers.text(Results.both(nanos, reference, (mine, other) -> other / mine)) + ")");
                cells.add(Numbers.text(results.value(SUITE, subject, size.label(), "B")) + " B");
            }
            table.row(cells);
        });
        return table;
    }
}
