package dev.idem.benchmark.growth;

import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.report.Figure;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Size;
import dev.idem.benchmark.timing.Crowd;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.redisson.api.RTopic;
import org.redisson.api.redisnode.RedisNode.InfoSection;
import org.redisson.client.codec.StringCodec;

/** What a server works for a call, in CPU time of its main thread, and what it keeps of it. */
final class ServerWork {

    private static final PromptRequest REQUEST = Size.SMALL.request();
    private static final int CALLERS = 16;

    private final Server server;
    private final int calls;

    ServerWork(Server server, int calls) {
        this.server = server;
        this.calls = calls;
    }

    List<Figure> measure() {
        server.empty();
        together(i -> server.prompts().answer(REQUEST.withSeed(-i)));
        server.empty();
        double memory = memory();
        double first = micros(i -> server.prompts().answer(REQUEST.withSeed(i)));
        double bytes = (memory() - memory) / calls;
        double hit = micros(i -> server.prompts().answer(REQUEST.withSeed(i)));
        RTopic topic = server.client().getTopic("nobody", StringCodec.INSTANCE);
        double publish =
                micros(i -> topic.publish("idem:benchmark:-:prompts.answer:ik_00000000000000000000000000000000"));
        return List.of(
                figure("server time of a first call", "µs", first),
                figure("server time of a hit", "µs", hit),
                figure("server time of a PUBLISH", "µs", publish),
                figure("Redis memory of a record", "B", bytes));
    }

    private double micros(IntConsumer call) {
        double before = cpuMicros();
        together(call);
        return (cpuMicros() - before) / calls;
    }

    private void together(IntConsumer call) {
        AtomicInteger next = new AtomicInteger();
        Crowd.ofThreads(CALLERS, () -> {
                    for (int i = next.getAndIncrement(); i < calls; i = next.getAndIncrement()) {
                        call.accept(i);
                    }
                    return calls;
                })
                .last();
    }

    private double memory() {
        return server.info(InfoSection.MEMORY, "used_memory");
    }

    private double cpuMicros() {
        return 1e6
                * (server.info(InfoSection.CPU, "used_cpu_user_main_thread")
                        + server.info(InfoSection.CPU, "used_cpu_sys_main_thread"));
    }

    private static Figure figure(String measure, String unit, double value) {
        return Figure.counted(Peer.IDEM_REDIS.name(), measure, unit, value);
    }
}
