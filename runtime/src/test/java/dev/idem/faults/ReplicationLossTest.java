package dev.idem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.spring.redisson.LeanClients;
import dev.idem.testing.RedisProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How many outcomes are gone when a replica takes over that had not heard of its master for a while. */
final class ReplicationLossTest extends Scenario {

    private static final Duration WITHOUT_REPLICA = Duration.ofSeconds(5);
    private static final Duration PACE = Duration.ofMillis(20);

    @Test
    void failover_losesWhatTheReplicaDidNotGet() throws Throwable {
        Loss loss = lose();

        assertThat(loss.refused()).isZero();
        assertThat(loss.lost()).isEqualTo(loss.confirmed()).isPositive();
    }

    @Test
    void failover_ofAMasterThatWaitsForItsReplica_losesLittle() throws Throwable {
        Loss loss = lose("--min-replicas-to-write", "1", "--min-replicas-max-lag", "1");

        assertThat(loss.refused()).isPositive();
        assertThat(loss.lost()).isLessThan(loss.refused());
    }

    private Loss lose(String... options) throws Throwable {
        RedisProcess master = redis(options);
        TcpProxy replication = proxy(master);
        RedisProcess replica = redis("--replicaof", "127.0.0.1 " + replication.port());
        List<Request> confirmed = new ArrayList<>();
        Replication.awaitFirstCopy(replica);
        int refused;
        try (CallerNode node = node(master)) {
            replication.rule(Traffic.LOST, Traffic.LOST);
            refused = callFor(node, confirmed);
        }
        master.kill();
        replica.ask("REPLICAOF NO ONE");
        AtomicInteger lost = new AtomicInteger();
        try (CallerNode node = node(replica)) {
            for (Request request : confirmed) {
                node.call(request, () -> "run " + lost.incrementAndGet());
            }
        }
        Loss loss = new Loss(confirmed.size(), refused, lost.get());
        System.out.println(String.join(" ", options) + ": " + loss);
        return loss;
    }

    /** Makes one call after another, and returns how many were refused. */
    private static int callFor(CallerNode node, List<Request> confirmed) {
        int refused = 0;
        long end = System.nanoTime() + WITHOUT_REPLICA.toNanos();
        for (int key = 1; System.nanoTime() - end < 0; key++) {
            if (node.tryCall(request(key)).isEmpty()) {
                refused++;
            } else {
                confirmed.add(request(key));
            }
            Harm.lasts(PACE);
        }
        return refused;
    }

    private static Request request(int key) {
        return new Request("acme", "key" + key, "usual");
    }

    private static CallerNode node(RedisProcess redis) {
        CallerNode node = new CallerNode(
                LeanClients.to(List.of(redis.address()), null, Terms.STORE_TIMEOUT),
                Terms.DEFAULT.policy(),
                UnaryOperator.identity());
        node.connect();
        return node;
    }

    private record Loss(int confirmed, int refused, int lost) {}
}
