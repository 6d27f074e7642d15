package dev.idem.benchmark.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.idem.benchmark.peer.GuardedPrompts_IdempotentCalls;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Size;
import dev.idem.key.CanonicalWriter;
import dev.idem.key.ContentWriter;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The content of a call, from its arguments to bytes: generated code against Jackson with sorted properties. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ContentBenchmark {

    private final ContentWriter generated =
            new GuardedPrompts_IdempotentCalls().operations().get(0).content();
    private final ObjectWriter jackson = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build()
            .writerFor(Arguments.class);

    private final CanonicalWriter reused = new CanonicalWriter();

    @Param
    private Size size = Size.SMALL;

    private Arguments named = new Arguments(size.request());
    private Object[] arguments = {named.request()};

    @Setup
    public void prepare() throws JsonProcessingException {
        named = new Arguments(size.request());
        arguments = new Object[] {named.request()};
        if (!Arrays.equals(idem(), jackson())) {
            throw new IllegalStateException("The two texts differ, so their times cannot be compared.");
        }
    }

    @Benchmark
    public byte[] idem() {
        CanonicalWriter out = new CanonicalWriter();
        generated.write(arguments, out);
        return out.toBytes();
    }

    @Benchmark
    public byte[] idemReusingItsWriter() {
        reused.reset();
        generated.write(arguments, reused);
        return reused.toBytes();
    }

    @Benchmark
    public byte[] jackson() throws JsonProcessingException {
        return jackson.writeValueAsBytes(named);
    }

    /** What Jackson needs to write the name of the parameter too. */
    record Arguments(PromptRequest request) {}
}
