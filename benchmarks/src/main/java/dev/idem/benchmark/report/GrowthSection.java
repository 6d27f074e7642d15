package dev.idem.benchmark.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** What becomes of cost and memory when there is more of everything. */
final class GrowthSection implements Section {

    static final String SUITE = "growth";

    @Override
    public String markdown(Collection<Results> results) {
        StringBuilder text = new StringBuilder();
        for (Results of : results) {
            Figures figures = of.suites().get(SUITE);
            if (figures != null) {
                text.append(of.heading(SUITE));
                for (Dimension dimension : Dimension.values()) {
                    text.append('\n').append(table(figures, dimension));
                    text.append("\n![").append(dimension.title()).append("](benchmarks/");
                    text.append(Charts.growth(of, dimension)).append(")\n");
                }
            }
        }
        return text.toString();
    }

    private static Table table(Figures figures, Dimension dimension) {
        List<String> header = new ArrayList<>(List.of(dimension.title()));
        List<SortedMap<Integer, Double>> columns = new ArrayList<>();
        SortedSet<Integer> quantities = new TreeSet<>();
        for (Series series : dimension.series()) {
            SortedMap<Integer, Double> values = series.values(figures);
            if (!values.isEmpty()) {
                header.add(series.label() + ", " + series.unit());
                columns.add(values);
                quantities.addAll(values.keySet());
            }
        }
        Table table = new Table(header);
        for (Integer quantity : quantities) {
            List<String> cells = new ArrayList<>(List.of(Numbers.text(quantity)));
            columns.forEach(column -> cells.add(cell(column, quantity)));
            table.row(cells);
        }
        return table;
    }

    private static String cell(Map<Integer, Double> column, Integer quantity) {
        Double value = column.get(quantity);
        return value == null ? Numbers.NONE : Numbers.text(value);
    }
}
