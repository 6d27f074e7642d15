package dev.idem.benchmark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** How something grows, on logarithmic axes. */
final class LineChart {

    private static final double LEAST = 1e-3;
    private static final Map<String, Double> MICROS = Map.of("ns", 1e-3, "µs", 1.0, "ms", 1e3);

    private static final int WIDTH = 860;
    private static final int HEIGHT = 360;
    private static final int LEFT = 70;
    private static final int RIGHT = 560;
    private static final int LEGEND = 580;
    private static final int TOP = 20;
    private static final int BOTTOM = 310;

    private LineChart() {}

    /** The times that were measured along this dimension. */
    static String of(Figures figures, Dimension dimension) {
        Map<String, SortedMap<Integer, Double>> lines = new LinkedHashMap<>();
        for (Series series : dimension.series()) {
            SortedMap<Integer, Double> values = series.values(figures);
            Double micros = MICROS.get(series.unit());
            if (!values.isEmpty() && micros != null) {
                values.replaceAll((quantity, value) -> Math.max(value, LEAST) * micros);
                lines.put(series.label(), values);
            }
        }
        return svg("µs, by " + dimension.title(), lines);
    }

    private static String svg(String title, Map<String, SortedMap<Integer, Double>> lines) {
        List<Double> quantities = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        lines.values()
                .forEach(line -> line.forEach((quantity, value) -> {
                    quantities.add(quantity.doubleValue());
                    values.add(value);
                }));
        Svg svg = new Svg(WIDTH, HEIGHT);
        LogScale across = LogScale.over(quantities, LEFT, RIGHT);
        LogScale up = LogScale.over(values, BOTTOM, TOP);
        axes(svg, across, up);
        svg.text((LEFT + RIGHT) / 2.0, HEIGHT - 5, "title", "middle", title);
        int number = 0;
        for (Map.Entry<String, SortedMap<Integer, Double>> line : lines.entrySet()) {
            svg.line(points(line.getValue(), across, up), number);
            svg.line(LEGEND + "," + legend(number) + " " + (LEGEND + 20) + "," + legend(number), number);
            svg.text(LEGEND + 26, legend(number) + 4, "", "start", line.getKey());
            number++;
        }
        return svg.toString();
    }

    private static int legend(int number) {
        return TOP + 20 * number;
    }

    private static void axes(Svg svg, LogScale across, LogScale up) {
        for (double tick : across.ticks()) {
            svg.grid(across.place(tick), TOP, across.place(tick), BOTTOM);
            svg.text(across.place(tick), BOTTOM + 16, "", "middle", Numbers.text(tick));
        }
        for (double tick : up.ticks()) {
            svg.grid(LEFT, up.place(tick), RIGHT, up.place(tick));
            svg.text(LEFT - 6, up.place(tick) + 4, "", "end", Numbers.text(tick));
        }
    }

    private static String points(SortedMap<Integer, Double> line, LogScale across, LogScale up) {
        return line.entrySet().stream()
                .map(point -> String.format(
                        Locale.ROOT, "%.1f,%.1f", across.place(point.getKey()), up.place(point.getValue())))
                .collect(Collectors.joining(" "));
    }
}
