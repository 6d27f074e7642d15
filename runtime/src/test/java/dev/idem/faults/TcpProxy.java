package dev.idem.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A way to a server on which a test can do harm. One thread for each direction of each connection. */
public final class TcpProxy implements AutoCloseable {

    private static final int CHUNK = 64 << 10;

    private final ServerSocket entrance;
    private final int server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Traffic toServer = Traffic.FREE;
    private volatile Traffic toClient = Traffic.FREE;
    private volatile boolean cut;

    /** A free way to the server on this port. */
    public TcpProxy(int server) {
        this.server = server;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public String address() {
        return "redis://127.0.0.1:" + port();
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** What happens from now on, also on the connections that exist. */
    public void rule(Traffic towardsServer, Traffic towardsClient) {
        toServer = towardsServer;
        toClient = towardsClient;
    }

    /** Ends all connections. New ones end at once until the way is {@linkplain #mend mended}. */
    void cut() {
        cut = true;
        sockets.forEach(TcpProxy::close);
    }

    void mend() {
        cut = false;
        rule(Traffic.FREE, Traffic.FREE);
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException e) {
                // The test is over, or the server is gone; then the client sees its connection end.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        sockets.add(client);
        if (cut) {
            close(client);
            return;
        }
        try {
            Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
            sockets.add(behind);
            client.setTcpNoDelay(true);
            behind.setTcpNoDelay(true);
            start(() -> pump(client, behind, () -> toServer));
            start(() -> pump(behind, client, () -> toClient));
        } catch (IOException e) {
            close(client);
            throw e;
        }
    }

    private void pump(Socket from, Socket to, Supplier<Traffic> traffic) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            for (int length = from.getInputStream().read(chunk);
                    length >= 0;
                    length = from.getInputStream().read(chunk)) {
                if (traffic.get().passes(chunk, length)) {
                    to.getOutputStream().write(chunk, 0, length);
                }
            }
        } catch (IOException e) {
            // One side is gone; so is the other, now.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "tcp-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
