package dev.idem.benchmark.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The charts of the page by the names of their files. */
final class Charts {

    private Charts() {}

    static Map<String, String> of(Collection<Results> results) {
        Map<String, String> charts = new LinkedHashMap<>();
        for (Results one : results) {
            if (new LocalFigures(one).isMeasured()) {
                charts.put(LocalChart.name(one), LocalChart.of(one));
            }
            Figures growth = one.suites().get(GrowthSection.SUITE);
            if (growth != null) {
                for (Dimension dimension : Dimension.values()) {
                    charts.put(growth(one, dimension), LineChart.of(growth, dimension));
                }
            }
        }
        return charts;
    }

    /** The file of a chart of growth. */
    static String growth(Results results, Dimension dimension) {
        return "growth-" + dimension.slug() + "-jdk" + results.jdk() + ".svg";
    }
}
