package dev.idem.it;

import java.util.List;

/** A result that is a record of records. */
public record Receipt(String account, int run, List<Line> lines) {

    /** One line of a receipt. */
    public record Line(String text, long cents) {}
}
