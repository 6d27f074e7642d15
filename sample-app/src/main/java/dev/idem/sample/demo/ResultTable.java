package dev.idem.sample.demo;

import dev.idem.sample.simulator.Bill;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results as one table for people. */
final class ResultTable {

    private static final List<String> HEADER = List.of(
            "scene", "gateways", "requests", "upstream calls", "tokens billed", "tokens saved", "saved", "verdict");
    private static final int FIRST_NUMBER = 2;
    private static final int VERDICT = 7;

    private final List<List<String>> rows = new ArrayList<>();

    ResultTable(List<Result> results) {
        rows.add(HEADER);
        results.forEach(result -> rows.add(row(result)));
        rows.add(total(results));
    }

    private static List<String> row(Result result) {
        return List.of(
                result.scene(),
                result.gateways(),
                number(result.requests()),
                number(result.bill().calls()),
                number(result.bill().tokens()),
                number(result.tokensSaved()),
                money(result.moneySaved()),
                result.verdict().text());
    }

    private static List<String> total(List<Result> results) {
        Bill bill = results.stream().map(Result::bill).reduce(Bill.NONE, Bill::plus);
        long failed = results.stream().filter(result -> !result.holds()).count();
        return List.of(
                "all scenes",
                "",
                number(results.stream().mapToLong(Result::requests).sum()),
                number(bill.calls()),
                number(bill.tokens()),
                number(results.stream().mapToLong(Result::tokensSaved).sum()),
                money(results.stream().map(Result::moneySaved).reduce(BigDecimal.ZERO, BigDecimal::add)),
                failed == 0 ? "every verdict holds" : failed + " FAILED");
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String money(BigDecimal dollars) {
        return "$" + dollars.setScale(4, RoundingMode.HALF_UP);
    }

    void print(PrintStream out) {
        String line =
                "-".repeat(width() - longest(VERDICT) + HEADER.get(VERDICT).length());
        out.println();
        for (int row = 0; row < rows.size(); row++) {
            out.println(text(rows.get(row)));
            if (row == 0 || row == rows.size() - 2) {
                out.println(line);
            }
        }
        out.println();
    }

    private String text(List<String> row) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < VERDICT; column++) {
            String padding = " ".repeat(longest(column) - row.get(column).length());
            text.append(column < FIRST_NUMBER ? row.get(column) + padding : padding + row.get(column));
            text.append("  ");
        }
        return text.append(row.get(VERDICT)).toString();
    }

    private int width() {
        return HEADER.stream()
                        .mapToInt(name -> longest(HEADER.indexOf(name)) + 2)
                        .sum()
                - 2;
    }

    private int longest(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
