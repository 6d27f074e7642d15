package dev.idem.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Asks a server for one thing, as one would with redis-cli: on a connection of its own, in the inline form. */
public final class RedisConsole {

    private static final int PATIENCE_MILLIS = 20_000;

    private RedisConsole() {}

    /** The reply as text: the elements of an array one per line, an error with its minus sign. */
    public static String ask(int port, String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            return reply(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reply(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("The server closed the connection.");
        }
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '-' -> line;
            case '$' -> bulk(in, Integer.parseInt(rest));
            case '*' -> array(in, Integer.parseInt(rest));
            default -> rest;
        };
    }

    private static String bulk(BufferedReader in, int length) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) in.read());
        }
        if (length >= 0) {
            in.readLine();
        }
        return text.toString();
    }

    private static String array(BufferedReader in, int length) throws IOException {
        StringJoiner lines = new StringJoiner("\n");
        for (int i = 0; i < length; i++) {
            lines.add(reply(in));
        }
        return lines.toString();
    }
}
