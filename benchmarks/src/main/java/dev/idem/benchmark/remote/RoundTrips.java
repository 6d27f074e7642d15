package dev.idem.benchmark.remote;

import dev.idem.benchmark.Mode;
import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.report.Figure;
import dev.idem.benchmark.timing.Timings;
import dev.idem.benchmark.timing.Turns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a call costs whose answer lies in Redis, and what the first one costs. */
final class RoundTrips {

    private static final int CALLS = 20;

    private final RemotePeers peers;
    private final Turns turns;

    RoundTrips(RemotePeers peers, Mode mode) {
        this.peers = peers;
        this.turns = new Turns(mode.choose(100, 1_000), CALLS);
    }

    List<Figure> measure() {
        List<Figure> figures = new ArrayList<>();
        Timings hits = turns.time(hits());
        figures.addAll(hits.micros("hit"));
        figures.add(hits.ratio(Peer.IDEM_REDIS.name(), RemotePeers.PLAIN_GET, "hit"));
        figures.add(hits.ratio(RemotePeers.PLAIN_CLAIM, RemotePeers.PLAIN_GET, "hit"));
        Timings firsts = turns.time(firsts());
        figures.addAll(firsts.micros("first call"));
        for (Peer other : List.of(Peer.LOCK_RECIPE, Peer.REMOTE_JETCACHE)) {
            figures.add(firsts.ratio(Peer.IDEM_REDIS.name(), other.name(), "first call"));
            figures.add(firsts.ratio(RemotePeers.PLAIN_CLAIM, other.name(), "first call"));
        }
        return figures;
    }

    private Map<String, Runnable> hits() {
        Map<String, Runnable> contenders = new LinkedHashMap<>();
        for (Peer peer : RemotePeers.all()) {
            contenders.put(peer.name(), () -> peers.prompts(peer).answer(RemotePeers.known()));
        }
        contenders.put(RemotePeers.PLAIN_CLAIM, peers.plainClaim()::hit);
        contenders.put(RemotePeers.PLAIN_GET, peers::plainGet);
        return contenders;
    }

    private Map<String, Runnable> firsts() {
        Map<String, Runnable> contenders = new LinkedHashMap<>();
        for (Peer peer : RemotePeers.all()) {
            contenders.put(peer.name(), () -> peers.prompts(peer).answer(peers.unknown()));
        }
        contenders.put(RemotePeers.PLAIN_CLAIM, peers.plainClaim()::first);
        return contenders;
    }
}
