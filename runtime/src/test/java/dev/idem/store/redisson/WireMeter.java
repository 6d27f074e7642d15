package dev.idem.store.redisson;

import dev.idem.testing.RedisProcess;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * What something costs a server, by the server's own counters ({@code INFO stats}, {@code INFO commandstats}). What reading
 * them costs is not counted. Nobody else may use the server meanwhile.
 */
record WireMeter(RedisProcess redis) {

    private static final String QUESTION = "INFO everything";

    /**
     * The difference between two readings.
     *
     * @param scripts how many were run
     * @param digests how many of them were named by their digest
     * @param reads how often the server read from a connection
     */
    record Cost(long scripts, long digests, long reads, long bytesIn, long bytesOut) {}

    Cost of(Callable<?> action) throws Exception {
        String before = redis.ask(QUESTION);
        action.call();
        String after = redis.ask(QUESTION);
        long digests = calls(after, "evalsha") - calls(before, "evalsha");
        return new Cost(
                digests + calls(after, "eval") - calls(before, "eval"),
                digests,
                counter(after, "total_reads_processed") - counter(before, "total_reads_processed") - 1,
                counter(after, "total_net_input_bytes") - counter(before, "total_net_input_bytes") - length(QUESTION),
                counter(after, "total_net_output_bytes") - counter(before, "total_net_output_bytes") - framed(before));
    }

    private static long calls(String info, String command) {
        return counter(info, "cmdstat_" + command + ":calls", "=");
    }

    private static long counter(String info, String name) {
        return counter(info, name, ":");
    }

    private static long counter(String info, String name, String mark) {
        return Pattern.compile("^" + name + mark + "(\\d+)", Pattern.MULTILINE)
                .matcher(info)
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .findFirst()
                .orElse(0);
    }

    /** A reply as it was sent: its length, and two line ends. */
    private static long framed(String reply) {
        return length('$' + Integer.toString(reply.length())) + length(reply);
    }

    private static long length(String line) {
        return line.getBytes(StandardCharsets.ISO_8859_1).length + 2L;
    }
}
