package dev.idem.sample.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/** A real Redis: the server that {@code IDEM_TEST_REDIS} names, else one of our own from a Maven artifact. */
public record SharedRedis(URI address, @Nullable RedisServer server) implements AutoCloseable {

    private static final String NAMED_SERVER = "IDEM_TEST_REDIS";

    public static SharedRedis start() {
        String named = System.getenv(NAMED_SERVER);
        return named == null || named.isBlank() ? startOwn() : new SharedRedis(URI.create(named), null);
    }

    private static SharedRedis startOwn() {
        try {
            int port = freePort();
            RedisServer server = RedisServer.builder()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .build();
            server.start();
            return new SharedRedis(URI.create("redis://127.0.0.1:" + port), server);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "no Redis could be started here; name a running one: " + NAMED_SERVER + "=redis://host:port", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, /* backlog= */ 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
    }
}
