package dev.idem.benchmark.report;

/**
 * One measured number.
 *
 * @param subject who was measured
 * @param measure doing what
 * @param unit of the value
 * @param value the median of the rounds
 * @param spread half the distance between the smallest and the largest round, or between the quartiles where there are
 *     many rounds
 */
public record Figure(String subject, String measure, String unit, double value, double spread) {

    /** A number that was counted, not timed. */
    public static Figure counted(String subject, String measure, String unit, double value) {
        return new Figure(subject, measure, unit, value, 0);
    }
}
