package dev.idem.benchmark.timing;

import dev.idem.benchmark.report.Figure;
import dev.idem.benchmark.report.Sample;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What {@link Turns} has timed. */
public final class Timings {

    private static final double NANOS_PER_MICRO = 1_000;

    private final Map<String, double[]> nanos;

    Timings(Map<String, double[]> nanos) {
        this.nanos = nanos;
    }

    /** Microseconds per call of each contender. */
    public List<Figure> micros(String measure) {
        return nanos.keySet().stream()
                .map(name -> figure(name, measure, "µs", round -> of(name, round) / NANOS_PER_MICRO))
                .toList();
    }

    /** Nanoseconds per call of each contender. */
    public List<Figure> nanos(String measure) {
        return nanos.keySet().stream()
                .map(name -> figure(name, measure, "ns", round -> of(name, round)))
                .toList();
    }

    /** How many times as long as another one a contender takes, round by round. */
    public Figure ratio(String name, String other, String measure) {
        return figure(name, measure + " against " + other, "ratio", round -> of(name, round) / of(other, round));
    }

    private double of(String name, int round) {
        return of(name)[round];
    }

    private double[] of(String name) {
        return Objects.requireNonNull(nanos.get(name), name);
    }

    private Figure figure(String name, String measure, String unit, IntToDoubleFunction value) {
        Sample sample = new Sample(
                IntStream.range(0, of(name).length).mapToDouble(value).toArray());
        return new Figure(name, measure, unit, sample.median(), sample.halfQuartileRange());
    }
}
