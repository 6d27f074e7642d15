package dev.idem.benchmark.growth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.idem.benchmark.Mode;
import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.report.Figure;
import dev.idem.benchmark.report.Sample;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Size;
import dev.idem.benchmark.timing.Crowd;
import dev.idem.benchmark.timing.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.redisson.api.redisnode.RedisNode.InfoSection;

/** Many records in Redis: what they occupy, and what a hit on one of them costs. */
final class LiveKeysInRedis {

    private static final String NAME = Peer.IDEM_REDIS.name();
    private static final PromptRequest REQUEST = Size.SMALL.request();
    private static final int CALLERS = 16;
    private static final int SAMPLES = 100;

    private final Server server;
    private final int most;
    private final Turns turns;

    LiveKeysInRedis(Server server, Mode mode) {
        this.server = server;
        this.most = mode.choose(4, 6);
        this.turns = new Turns(mode.choose(50, 300), 10);
    }

    List<Figure> measure() {
        server.empty();
        server.prompts().answer(REQUEST.withSeed(0));
        List<Figure> figures = new ArrayList<>();
        double before = server.info(InfoSection.MEMORY, "used_memory");
        int known = 1;
        for (int keys : Powers.of(3, most)) {
            fill(known, keys);
            known = keys;
            double bytes = (server.info(InfoSection.MEMORY, "used_memory") - before) / keys;
            figures.add(counted("memory at " + keys + " keys", "B", bytes));
            SplittableRandom random = new SplittableRandom(keys);
            Runnable hit = () -> server.prompts().answer(REQUEST.withSeed(random.nextInt(keys)));
            figures.addAll(turns.time(Map.of(NAME, hit)).micros("hit at " + keys + " keys"));
        }
        figures.add(overhead());
        return figures;
    }

    private void fill(int from, int to) {
        AtomicInteger next = new AtomicInteger(from);
        Crowd.ofThreads(CALLERS, () -> {
                    for (int seed = next.getAndIncrement(); seed < to; seed = next.getAndIncrement()) {
                        server.prompts().answer(REQUEST.withSeed(seed));
                    }
                    return to;
                })
                .last();
    }

    /** What {@code MEMORY USAGE} tells above the lengths of key and payload. */
    private Figure overhead() {
        double[] overheads = StreamSupport.stream(server.records(SAMPLES).spliterator(), /* parallel= */ false)
                .mapToDouble(key -> server.client().getBucket(key).sizeInMemory() - key.length() - payload())
                .toArray();
        return counted("MEMORY USAGE above key and payload", "B", new Sample(overheads).median());
    }

    private static int payload() {
        try {
            return JsonMapper.builder().build().writeValueAsBytes(new Model().answer(REQUEST)).length;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Figure counted(String measure, String unit, double value) {
        return Figure.counted(NAME, measure, unit, value);
    }
}
