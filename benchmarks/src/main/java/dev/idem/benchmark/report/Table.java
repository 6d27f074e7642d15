package dev.idem.benchmark.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A Markdown table. */
final class Table {

    private final List<List<String>> lines = new ArrayList<>();

    Table(List<String> header) {
        lines.add(header);
        lines.add(Collections.nCopies(header.size(), "---"));
    }

    void row(List<String> cells) {
        lines.add(cells);
    }

    boolean isEmpty() {
        return lines.size() == 2;
    }

    @Override
    public String toString() {
        return lines.stream()
                .map(cells -> "| " + String.join(" | ", cells) + " |")
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
