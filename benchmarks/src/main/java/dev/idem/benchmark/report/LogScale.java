package dev.idem.benchmark.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A logarithmic axis over whole powers of ten.
 *
 * @param lowest its first exponent
 * @param highest its last exponent, above the first
 * @param start where the first lies
 * @param end where the last lies
 */
record LogScale(int lowest, int highest, double start, double end) {

    /** An axis that holds all the values. */
    static LogScale over(List<Double> values, double start, double end) {
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(10);
        int lowest = (int) Math.floor(Math.log10(least));
        return new LogScale(lowest, Math.max(lowest + 1, (int) Math.ceil(Math.log10(most))), start, end);
    }

    double place(double value) {
        return start + (Math.log10(value) - lowest) / (highest - lowest) * (end - start);
    }

    /** The powers of ten. */
    List<Double> ticks() {
        return IntStream.rangeClosed(lowest, highest)
                .mapToObj(exponent -> Math.pow(10, exponent))
                .toList();
    }
}
