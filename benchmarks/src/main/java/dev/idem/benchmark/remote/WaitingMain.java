package dev.idem.benchmark.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.idem.benchmark.peer.OpenPeer;
import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;
import dev.idem.benchmark.timing.Crowd;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.stream.Stream;

/** Reads which call to ask for, lets 64 threads do so, and says when they wait and when the last one had its answer. */
final class WaitingMain {

    static final String READY = "ready";
    static final String WAITING = "waiting";
    static final int THREADS = 64;

    private WaitingMain() {}

    public static void main(String[] arguments) throws IOException {
        List<OpenPeer> peers = Stream.of(arguments[1].split(","))
                .map(name -> Peer.valueOf(name).open(arguments[0]))
                .toList();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        System.out.println(READY);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] call = line.split(" ", 2);
            PromptRequest request = RemotePeers.known().withSeed(Long.parseLong(call[1]));
            Prompts prompts = peers.get(Integer.parseInt(call[0])).prompts();
            Crowd crowd = Crowd.ofThreads(THREADS, () -> prompts.answer(request));
            crowd.awaitWaiting();
            System.out.println(WAITING);
            System.out.println(crowd.last());
        }
        peers.forEach(OpenPeer::close);
    }
}
