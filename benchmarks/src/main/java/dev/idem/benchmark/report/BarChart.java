package dev.idem.benchmark.report;

import java.util.List;

/** Bars on a logarithmic axis. */
record BarChart(String title, List<Bar> bars) {

    private static final int WIDTH = 800;
    private static final int LEFT = 310;
    private static final int RIGHT = 730;
    private static final int TOP = 50;
    private static final int STEP = 24;

    String svg() {
        int bottom = TOP + STEP * bars.size();
        Svg svg = new Svg(WIDTH, bottom + 10);
        svg.text(10, 20, "title", "start", title);
        LogScale scale = LogScale.over(bars.stream().map(Bar::value).toList(), LEFT, RIGHT);
        for (double tick : scale.ticks()) {
            svg.grid(scale.place(tick), TOP - 8, scale.place(tick), bottom);
            svg.text(scale.place(tick), TOP - 12, "", "middle", Numbers.text(tick));
        }
        for (int i = 0; i < bars.size(); i++) {
            bar(svg, scale, bars.get(i), TOP + STEP * i);
        }
        return svg.toString();
    }

    private static void bar(Svg svg, LogScale scale, Bar bar, int top) {
        double end = scale.place(bar.value());
        svg.text(LEFT - 8, top + 14, "", "end", bar.label());
        svg.bar(LEFT, top + 3, end - LEFT, 14, bar.isOurs() ? "ours" : "theirs");
        svg.text(end + 5, top + 14, "", "start", Numbers.text(bar.value()));
    }

    /** One of them. */
    record Bar(String label, double value, boolean isOurs) {}
}
