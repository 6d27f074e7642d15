package dev.idem.benchmark.report;

import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A figure that is not to be passed.
 *
 * @param what is bounded, in words
 * @param on17 the most on JDK 17
 * @param on25 the most on JDK 25
 * @param figure the figure
 * @param floor what is left when nothing is done but the unavoidable, if it was measured
 */
record Bound(
        String what,
        double on17,
        double on25,
        Function<Results, OptionalDouble> figure,
        Function<Results, OptionalDouble> floor) {

    private static final int NEWER = 21;

    /** The same on every JDK, without a known floor. */
    static Bound of(String what, double most, Function<Results, OptionalDouble> figure) {
        return new Bound(what, most, most, figure, results -> OptionalDouble.empty());
    }

    /** The most on this JDK. */
    double on(Results results) {
        return Integer.parseInt(results.jdk()) < NEWER ? on17 : on25;
    }
}
