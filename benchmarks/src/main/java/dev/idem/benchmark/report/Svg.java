package dev.idem.benchmark.report;

import java.util.Locale;

/** An SVG image that can be read on light and dark pages. */
final class Svg {

    /** The classes of lines in charts, to be used one after the other. */
    static final int LINES = 7;

    private static final String STYLE = """
            <style>
            text { font: 12px system-ui, sans-serif; fill: #24292f; }
            .title { font-weight: 600; }
            .ours { fill: #0969da; } .theirs { fill: #8c959f; } .grid { stroke: #8c959f; stroke-opacity: 0.35; }
            polyline { fill: none; stroke-width: 2; }
            .line0 { stroke: #0969da; } .line1 { stroke: #1a7f37; } .line2 { stroke: #bc4c00; }
            .line3 { stroke: #8250df; } .line4 { stroke: #cf222e; } .line5 { stroke: #6e7781; } .line6 { stroke: #bf8700; }
            @media (prefers-color-scheme: dark) { text { fill: #e6edf3; } .ours { fill: #4493f8; } }
            </style>
            """;

    private final StringBuilder body = new StringBuilder();
    private final int width;
    private final int height;

    Svg(int width, int height) {
        this.width = width;
        this.height = height;
    }

    void text(double x, double y, String style, String anchor, String text) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" class=\"%s\" text-anchor=\"%s\">%s</text>",
                x, y, style, anchor, escaped(text));
    }

    void bar(double x, double y, double length, double thickness, String style) {
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\" class=\"%s\"/>",
                x, y, length, thickness, style);
    }

    void grid(double x1, double y1, double x2, double y2) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"grid\"/>", x1, y1, x2, y2);
    }

    void line(String points, int number) {
        add("<polyline points=\"%s\" class=\"line%d\"/>", points, number % LINES);
    }

    @Override
    public String toString() {
        return String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">%n%s%s</svg>%n",
                width, height, width, height, STYLE, body);
    }

    @SuppressWarnings({"AnnotateFormatMethod", "FormatStringAnnotation"}) // every caller gives a constant
    private void add(String form, Object... values) {
        body.append(String.format(Locale.ROOT, form, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("`", "");
    }
}
