package dev.idem.sample.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The running simulator. {@code POST /v1/messages} is the vendor's API; {@code GET /simulator/bill} and
 * {@code PUT /simulator/plan} are ours. Thread-safe.
 */
public final class Simulator implements AutoCloseable {

    static {
        // The JDK's server reads it when it is loaded. Without it a token may stay back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Simulator::daemon);
    private final Plan plan = new Plan();
    private final Ledger ledger = new Ledger();

    private Simulator(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/v1/messages", Exchange.handler("POST", new Messages(plan, ledger)));
        Controls controls = new Controls(plan, ledger::bill);
        server.createContext("/simulator/bill", Exchange.handler("GET", controls::bill));
        server.createContext("/simulator/plan", Exchange.handler("PUT", controls::plan));
    }

    /** Starts on a free port of the loopback interface. */
    public static Simulator start() {
        try {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            Simulator simulator = new Simulator(HttpServer.create(anyPort, /* backlog= */ 256));
            simulator.server.start();
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator could not start", e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Everything charged since the start. */
    public Bill bill() {
        return ledger.bill();
    }

    /** How long the work of each call takes from now on. */
    public void latency(Duration latency) {
        plan.latency(latency);
    }

    public Duration latency() {
        return plan.latency();
    }

    /** How many of the next calls something is planned for. */
    public int planned() {
        return plan.size();
    }

    /** The next calls fail like this, one after the other. */
    public void failNext(Fault... faults) {
        plan.add(List.of(faults));
    }

    /** The reply to the next call stays back. */
    public HeldReply holdNext() {
        HeldReply held = new HeldReply();
        plan.add(List.of(held));
        return held;
    }

    /** The next call, which asks for a stream, is answered token by token, as it is told. */
    public HeldStream streamNext() {
        HeldStream held = new HeldStream();
        plan.add(List.of(held));
        return held;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "simulator");
        thread.setDaemon(true);
        return thread;
    }
}
