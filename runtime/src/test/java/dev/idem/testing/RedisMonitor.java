package dev.idem.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;

/** Sees every command that clients send to a server, through {@code MONITOR}. What scripts run inside does not count. */
public final class RedisMonitor implements AutoCloseable {

    private static final List<String> HOUSEKEEPING =
            List.of("\"PING\"", "\"SUBSCRIBE\"", "\"CLIENT\"", "\"HELLO\"", "\"ECHO\"", "\"AUTH\"");

    private final URI address;
    private final Socket socket;
    private final BufferedReader lines;

    /** Begins to watch. */
    public RedisMonitor(String address) {
        this.address = URI.create(address);
        try {
            this.socket = connect();
            this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            send(socket, "MONITOR");
            lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The commands since the last call, of clients' own; subscriptions and connection handling aside. */
    public List<String> commands() {
        String mark = UUID.randomUUID().toString();
        try (Socket other = connect()) {
            send(other, "ECHO " + mark);
            return linesUntil(mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private List<String> linesUntil(String mark) throws IOException {
        List<String> seen = new ArrayList<>();
        String line = lines.readLine();
        while (line != null && !line.contains(mark)) {
            seen.add(line);
            line = lines.readLine();
        }
        Predicate<String> housekeeping = command -> command.contains(" lua] ")
                || HOUSEKEEPING.stream().anyMatch(command.toUpperCase(Locale.ROOT)::contains);
        return seen.stream().filter(housekeeping.negate()).toList();
    }

    private Socket connect() throws IOException {
        return new Socket(address.getHost(), address.getPort());
    }

    private static void send(Socket socket, String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
