package dev.idem.benchmark.remote;

import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.report.Figure;
import dev.idem.testing.RedisMonitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How many commands a call sends. */
final class Commands {

    private static final int CALLS = 20;

    private final RemotePeers peers;
    private final String redis;

    Commands(RemotePeers peers, String redis) {
        this.peers = peers;
        this.redis = redis;
    }

    List<Figure> count() throws IOException {
        List<Figure> figures = new ArrayList<>();
        try (RedisMonitor monitor = new RedisMonitor(redis)) {
            for (Peer peer : RemotePeers.all()) {
                figures.add(
                        count(monitor, peer, "hit", () -> peers.prompts(peer).answer(RemotePeers.known())));
                figures.add(count(
                        monitor, peer, "first call", () -> peers.prompts(peer).answer(peers.unknown())));
            }
        }
        return figures;
    }

    private static Figure count(RedisMonitor monitor, Peer peer, String measure, Runnable call) {
        monitor.commands();
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        return Figure.counted(
                peer.name(), measure, "commands", (double) monitor.commands().size() / CALLS);
    }
}
