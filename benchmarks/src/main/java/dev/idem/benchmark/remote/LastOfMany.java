package dev.idem.benchmark.remote;

import dev.idem.benchmark.Mode;
import dev.idem.benchmark.peer.OpenPeer;
import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.report.Figure;
import dev.idem.benchmark.report.Sample;
import dev.idem.benchmark.scenario.HeldModel;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.timing.Crowd;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * When the last of many duplicate threads in another process has its answer. Times of both processes are those of one
 * clock: on Linux {@link System#nanoTime()} is the same for all.
 */
final class LastOfMany {

    private static final double NANOS_PER_MILLI = 1_000_000;
    private static final String AFTER_ANSWER = "last of 64 after the owner's answer";
    private static final int WARM_UP = 100;
    private static final List<Peer> PEERS = List.of(Peer.IDEM_REDIS, Peer.LOCK_RECIPE);

    private final String redis;
    private final int rounds;

    LastOfMany(String redis, Mode mode) {
        this.redis = redis;
        this.rounds = mode.choose(5, 20);
    }

    List<Figure> measure() throws IOException {
        HeldModel model = new HeldModel();
        List<OpenPeer> owners = new ArrayList<>();
        List<List<Wake>> wakes = new ArrayList<>();
        try (WaitingProcess waiting = WaitingProcess.start(redis, PEERS)) {
            for (Peer peer : PEERS) {
                owners.add(peer.open(redis, model));
                wakes.add(new ArrayList<>());
            }
            for (int round = -WARM_UP; round < rounds; round++) {
                for (int peer = 0; peer < PEERS.size(); peer++) {
                    Wake wake = wake(model, owners.get(peer), waiting, peer, round);
                    if (round >= 0) {
                        wakes.get(peer).add(wake);
                    }
                }
            }
        } finally {
            owners.forEach(OpenPeer::close);
        }
        List<Figure> figures = figures(wakes);
        figures.add(wokenByNobodyElse());
        return figures;
    }

    private static Wake wake(HeldModel model, OpenPeer owner, WaitingProcess waiting, int peer, int round)
            throws IOException {
        PromptRequest request = RemotePeers.known().withSeed(-1_000 - round);
        model.hold();
        CompletableFuture<Long> answered = CompletableFuture.supplyAsync(() -> {
            owner.prompts().answer(request);
            return System.nanoTime();
        });
        model.awaitRun();
        waiting.ask(peer, request.seed());
        model.release();
        long last = waiting.last();
        return new Wake(last - model.endedAt(), last - answered.join());
    }

    private static List<Figure> figures(List<List<Wake>> wakes) {
        List<Figure> figures = new ArrayList<>();
        for (int peer = 0; peer < PEERS.size(); peer++) {
            String name = PEERS.get(peer).name();
            List<Wake> ofPeer = wakes.get(peer);
            figures.add(figure(
                    name,
                    "last of 64 after the run",
                    ofPeer.stream().mapToLong(Wake::afterRun).toArray()));
            figures.add(figure(
                    name,
                    AFTER_ANSWER,
                    ofPeer.stream().mapToLong(Wake::afterAnswer).toArray()));
        }
        return figures;
    }

    /** Threads of this process that only wait for a latch: what it takes to wake so many. */
    private Figure wokenByNobodyElse() {
        long[] nanos = new long[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            CountDownLatch latch = new CountDownLatch(1);
            Crowd crowd = Crowd.ofThreads(WaitingMain.THREADS, () -> {
                latch.await();
                return latch;
            });
            crowd.awaitWaiting();
            long released = System.nanoTime();
            latch.countDown();
            long last = crowd.last() - released;
            if (round >= 0) {
                nanos[round] = last;
            }
        }
        return figure(RemotePeers.PLAIN_WAKE, AFTER_ANSWER, nanos);
    }

    private static Figure figure(String name, String measure, long[] nanos) {
        double[] millis = new double[nanos.length];
        for (int i = 0; i < nanos.length; i++) {
            millis[i] = nanos[i] / NANOS_PER_MILLI;
        }
        Sample sample = new Sample(millis);
        return new Figure(name, measure, "ms", sample.median(), sample.halfQuartileRange());
    }

    /**
     * Nanoseconds until the last one had its answer.
     *
     * @param afterRun since the method returned
     * @param afterAnswer since its caller had the answer, and so the record was complete
     */
    private record Wake(long afterRun, long afterAnswer) {}
}
