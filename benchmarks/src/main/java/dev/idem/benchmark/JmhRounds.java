package dev.idem.benchmark;

import dev.idem.benchmark.report.Figure;
import dev.idem.benchmark.report.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs JMH so that forks of all contenders alternate: each round has one fork of each, and there are as many rounds as
 * others would have forks. What slows the machine for minutes slows all of them.
 */
final class JmhRounds {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Plan plan;
    private final Jdk jdk;
    private final Map<Key, List<Double>> scores = new LinkedHashMap<>();

    JmhRounds(Plan plan, Jdk jdk) {
        this.plan = plan;
        this.jdk = jdk;
    }

    /** Options for one fork of what is included yet. */
    ChainedOptionsBuilder options(String... jvmArguments) {
        int millis = 500;
        return new OptionsBuilder()
                .jvm(jdk.java())
                .jvmArgsAppend(jvmArguments)
                .forks(1)
                .warmupIterations(plan.mode().choose(3, 5))
                .warmupTime(TimeValue.milliseconds(millis))
                .measurementIterations(plan.mode().choose(2, 4))
                .measurementTime(TimeValue.milliseconds(millis))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
    }

    /** Goes once through everything that is included, and names its results by subject and measure. */
    void run(ChainedOptionsBuilder options, Function<RunResult, String> subject, Function<RunResult, String> measure) {
        try {
            for (RunResult result : new Runner(options.build()).run()) {
                String who = subject.apply(result);
                String what = measure.apply(result);
                add(new Key(who, what, unit(result.getPrimaryResult())), result.getPrimaryResult());
                result.getSecondaryResults().forEach((name, second) -> {
                    if (name.endsWith(ALLOCATED)) {
                        add(new Key(who, what, "B"), second);
                    }
                });
            }
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The medians of all rounds. */
    List<Figure> figures() {
        return scores.entrySet().stream()
                .map(entry -> entry.getKey()
                        .figure(new Sample(entry.getValue().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())))
                .toList();
    }

    private void add(Key key, Result<?> result) {
        scores.computeIfAbsent(key, unused -> new ArrayList<>()).add(result.getScore());
    }

    /** {@code ns} of {@code ns/op}. */
    private static String unit(Result<?> result) {
        return result.getScoreUnit().replace("/op", "");
    }

    private record Key(String subject, String measure, String unit) {

        Figure figure(Sample sample) {
            return new Figure(subject, measure, unit, sample.median(), sample.halfRange());
        }
    }
}
