package dev.idem.benchmark.growth;

import dev.idem.benchmark.Mode;
import dev.idem.benchmark.peer.OpenPeer;
import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.report.Figure;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Size;
import dev.idem.benchmark.timing.Timings;
import dev.idem.benchmark.timing.Turns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redisson.api.RBucket;
import org.redisson.client.codec.ByteArrayCodec;

/** Short and long replies. */
final class Payloads {

    private static final String LOCAL = Peer.IDEM_PROXY.name();
    private static final String REMOTE = Peer.IDEM_REDIS.name();
    private static final String PLAIN_GET = "PLAIN_GET";
    private static final int BYTES_PER_TURN = 2_000_000;
    private static final int BYTES_IN_REDIS = 100_000_000;
    private static final int CALLS = 5;
    private static final PromptRequest REQUEST = Size.SMALL.request();

    private final Server server;
    private final int rounds;
    private final int remoteRounds;

    Payloads(Server server, Mode mode) {
        this.server = server;
        this.rounds = mode.choose(10, 40);
        this.remoteRounds = mode.choose(30, 200);
    }

    List<Figure> measure() {
        List<Figure> figures = new ArrayList<>();
        try (OpenPeer inProcess = Peer.IDEM_PROXY.open("")) {
            for (int length : Powers.of(2, 6)) {
                String measure = " at " + length + " bytes";
                PromptRequest request = REQUEST.withSeed(length);
                Runnable hit = () -> inProcess.prompts().text(request, length);
                Turns local = new Turns(rounds, Math.max(10, BYTES_PER_TURN / length));
                figures.addAll(local.time(Map.of(LOCAL, hit)).nanos("hit" + measure));
                figures.addAll(remote(request, length, measure));
            }
        }
        return figures;
    }

    private List<Figure> remote(PromptRequest request, int length, String measure) {
        server.empty();
        server.prompts().text(request, length);
        RBucket<byte[]> record =
                server.client().getBucket(server.records(1).iterator().next(), ByteArrayCodec.INSTANCE);
        Map<String, Runnable> contenders = new LinkedHashMap<>();
        contenders.put(REMOTE, () -> server.prompts().text(request, length));
        contenders.put(PLAIN_GET, record::get);
        Turns remote = new Turns(Math.min(remoteRounds, Math.max(10, BYTES_IN_REDIS / length / CALLS)), CALLS);
        Timings hits = remote.time(contenders);
        List<Figure> figures = new ArrayList<>(hits.micros("hit" + measure));
        figures.add(hits.ratio(REMOTE, PLAIN_GET, "hit" + measure));
        Seeds seeds = new Seeds();
        Runnable first = () -> server.prompts().text(seeds.next(request), length);
        figures.addAll(remote.time(Map.of(REMOTE, first)).micros("first call" + measure));
        return figures;
    }

    /** Requests that nobody has sent before. */
    private static final class Seeds {

        private long last;

        PromptRequest next(PromptRequest request) {
            return request.withSeed(--last);
        }
    }
}
