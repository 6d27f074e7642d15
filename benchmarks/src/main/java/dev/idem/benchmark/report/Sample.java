package dev.idem.benchmark.report;

import java.util.Arrays;

/** Values of one number from several rounds, at least one. */
public final class Sample {

    private final double[] sorted;

    public Sample(double... values) {
        this.sorted = values.clone();
        Arrays.sort(sorted);
    }

    public double median() {
        return at(0.5);
    }

    /** Half the distance between the smallest and the largest value. */
    public double halfRange() {
        return (at(1) - at(0)) / 2;
    }

    /** Half the distance between the quartiles. */
    public double halfQuartileRange() {
        return (at(0.75) - at(0.25)) / 2;
    }

    private double at(double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
