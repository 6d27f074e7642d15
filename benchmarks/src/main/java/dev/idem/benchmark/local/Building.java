package dev.idem.benchmark.local;

import dev.idem.benchmark.scenario.Draft;
import dev.idem.benchmark.scenario.Size;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What building the request costs, to be subtracted. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Building {

    @Param
    private Size size = Size.SMALL;

    private Draft draft = new Draft(size.request());

    @Setup
    public void choose() {
        draft = new Draft(size.request());
    }

    @Benchmark
    public Object build() {
        return draft.build();
    }
}
