package dev.idem.faults;

import static org.awaitility.Awaitility.await;

import dev.idem.faults.Fault.Kind;
import dev.idem.testing.RedisProcess;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Masters that are lost, and replicas that take their place. */
final class FailoverFaultsTest extends Scenario {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int SLOTS = 16_384;

    /** A client of a cluster looks for changes every five seconds. */
    private static final Duration CLIENTS_NOTICE = Duration.ofSeconds(6);

    @Test
    void sentinel_masterKilled() {
        RedisProcess master = redis();
        RedisProcess replica = redis("--replicaof", "127.0.0.1 " + master.port());
        List<RedisProcess> sentinels = Stream.generate(() -> closed(RedisProcess.startSentinel("idem", master.port())))
                .limit(3)
                .toList();
        sentinels.forEach(FailoverFaultsTest::awaitReadiness);
        Replication.awaitFirstCopy(replica);
        Laboratory laboratory = laboratory(Terms.DEFAULT);
        List<String> addresses = sentinels.stream().map(RedisProcess::address).toList();
        laboratory.start("idem", () -> addresses);

        laboratory.load();
        failOver(laboratory, master, replica, () -> {
            master.kill();
            await().atMost(PATIENCE)
                    .until(() -> replica.ask("ROLE").startsWith("master")
                            && sentinels
                                    .get(0)
                                    .ask("SENTINEL GET-MASTER-ADDR-BY-NAME idem")
                                    .contains(Integer.toString(replica.port())));
        });
        laboratory.load();
        laboratory.assertPromisesKept();
    }

    @Test
    void cluster_oneMasterKilled() {
        List<RedisProcess> masters = IntStream.range(0, 3).mapToObj(this::node).toList();
        RedisProcess replica = node(3);
        form(masters, replica);
        Laboratory laboratory = laboratory(Terms.DEFAULT);
        List<String> addresses = masters.stream().map(RedisProcess::address).toList();
        laboratory.start("", () -> addresses);

        laboratory.load();
        failOver(laboratory, masters.get(0), replica, () -> {
            masters.get(0).kill();
            await().atMost(PATIENCE)
                    .until(() -> replica.ask("ROLE").startsWith("master")
                            && isComplete(replica)
                            && isComplete(masters.get(1)));
            Harm.lasts(CLIENTS_NOTICE);
        });
        laboratory.load();
        laboratory.assertPromisesKept();
    }

    /** What was confirmed since the replica was last seen to be in step may be lost, and nothing else. */
    private static void failOver(Laboratory laboratory, RedisProcess master, RedisProcess replica, Runnable failover) {
        long inStep = Replication.awaitStep(master, replica);
        laboratory.harmEverybodySince(inStep, Kind.FAILED_OVER, () -> laboratory.harmEverybody(Kind.SILENT, failover));
    }

    private static void awaitReadiness(RedisProcess sentinel) {
        await().atMost(PATIENCE).until(() -> {
            String master = sentinel.ask("SENTINEL MASTER idem");
            return master.contains("num-slaves\n1") && master.contains("num-other-sentinels\n2");
        });
    }

    private RedisProcess node(int number) {
        return redis(
                "--cluster-enabled", "yes",
                "--cluster-config-file", "nodes" + number + ".conf",
                "--cluster-node-timeout", "1500");
    }

    private static void form(List<RedisProcess> masters, RedisProcess replica) {
        int share = SLOTS / masters.size() + 1;
        for (int i = 0; i < masters.size(); i++) {
            int last = Math.min(SLOTS, (i + 1) * share) - 1;
            masters.get(i).ask("CLUSTER ADDSLOTSRANGE " + i * share + ' ' + last);
            masters.get(i).ask("CLUSTER MEET 127.0.0.1 " + replica.port());
        }
        await().atMost(PATIENCE).until(() -> masters.stream().allMatch(FailoverFaultsTest::isComplete));
        await().atMost(PATIENCE)
                .until(() -> replica.ask("CLUSTER REPLICATE " + masters.get(0).ask("CLUSTER MYID"))
                        .equals("OK"));
        Replication.awaitFirstCopy(replica);
        await().atMost(PATIENCE)
                .until(() -> masters.stream()
                        .allMatch(node -> node.ask("CLUSTER NODES").contains("slave")));
    }

    private static boolean isComplete(RedisProcess node) {
        String info = node.ask("CLUSTER INFO");
        return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:4");
    }
}
