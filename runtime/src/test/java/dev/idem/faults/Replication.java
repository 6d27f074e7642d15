package dev.idem.faults;

import static org.awaitility.Awaitility.await;

import dev.idem.testing.RedisProcess;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a replica has of its master. */
final class Replication {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Pattern MASTER_OFFSET = Pattern.compile("master_repl_offset:(\\d+)");
    private static final Pattern REPLICA_OFFSET = Pattern.compile("slave_repl_offset:(\\d+)");

    private Replication() {}

    /** Waits until the replica has its first copy: a server lets it wait for some seconds, in case that more come. */
    static void awaitFirstCopy(RedisProcess replica) {
        await().atMost(PATIENCE).until(() -> replica.ask("INFO replication").contains("master_link_status:up"));
    }

    /** Waits until the replica has all that the master had at a time, and returns that time of the monotonic clock. */
    static long awaitStep(RedisProcess master, RedisProcess replica) {
        long time = System.nanoTime();
        long offset = offset(MASTER_OFFSET, master);
        await().atMost(PATIENCE).until(() -> offset(REPLICA_OFFSET, replica) >= offset);
        return time;
    }

    private static long offset(Pattern line, RedisProcess server) {
        Matcher matcher = line.matcher(server.ask("INFO replication"));
        if (!matcher.find()) {
            throw new AssertionError("A server without " + line);
        }
        return Long.parseLong(matcher.group(1));
    }
}
