package dev.idem.benchmark;

import java.util.Locale;

/** How long is measured. */
public enum Mode {
    /** To try whether everything runs: its figures are not to be believed. */
    QUICK(1),
    /** For the page. */
    FULL(3);

    private final int rounds;

    Mode(int rounds) {
        this.rounds = rounds;
    }

    static Mode named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    int rounds() {
        return rounds;
    }

    /** One of two values: for a try, or for the page. */
    public int choose(int quick, int full) {
        return this == QUICK ? quick : full;
    }
}
