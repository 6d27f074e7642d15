package dev.idem.benchmark.local;

import dev.idem.benchmark.peer.OpenPeer;
import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.scenario.Answer;
import dev.idem.benchmark.scenario.Draft;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;
import dev.idem.benchmark.scenario.Size;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One call whose answer is known in this process. A fork meets one contender only, so its calls are monomorphic. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LocalHit {

    /** The system property with the address of a Redis server, for the contenders that keep something there. */
    public static final String REDIS = "benchmark.redis";

    @Param
    private Peer peer = Peer.IDEM_PROXY;

    @Param
    private Size size = Size.SMALL;

    private PromptRequest request = size.request();
    private Draft draft = new Draft(size.request());
    private @Nullable OpenPeer open;
    private Prompts prompts = new Model();

    /** Opens the contender and lets it learn the answer. */
    @Setup
    public void open() {
        request = size.request();
        draft = new Draft(size.request());
        Model model = new Model();
        open = peer.open(System.getProperty(REDIS, ""), model);
        prompts = open.prompts();
        Answer first = prompts.answer(request);
        if (!first.equals(prompts.answer(draft.build())) || model.runs() > 1) {
            throw new IllegalStateException(peer + " does not remember its answer.");
        }
    }

    @TearDown
    public void close() {
        if (open != null) {
            open.close();
        }
    }

    /** The caller has the request object still. */
    @Benchmark
    public Object same() {
        return prompts.answer(request);
    }

    /** The caller builds an equal request each time. */
    @Benchmark
    public Object fresh() {
        return prompts.answer(draft.build());
    }

    /** The reply has a list in it. */
    @Benchmark
    public Object completion() {
        return prompts.complete(request);
    }
}
