package dev.idem.store.redisson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.spring.redisson.LeanClients;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completed;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.Payload;
import dev.idem.testing.RedisMonitor;
import dev.idem.testing.RedisProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.redisson.api.RedissonClient;

/** Many commands at once in a cluster of two servers: each server gets those for its own records. */
@EnabledIf("dev.idem.testing.RedisProcess#isAvailable")
final class ClusterPipelineTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int RECORDS = 100;

    @Test
    void verbsForMany_inACluster_reachTheServersOfTheirRecords() throws IOException {
        try (RedisProcess first = node();
                RedisProcess second = node()) {
            first.ask("CLUSTER ADDSLOTSRANGE 0 8191");
            second.ask("CLUSTER ADDSLOTSRANGE 8192 16383");
            second.ask("CLUSTER SET-CONFIG-EPOCH 2");
            first.ask("CLUSTER MEET 127.0.0.1 " + second.port());
            for (RedisProcess node : List.of(first, second)) {
                Awaitility.await()
                        .until(() -> node.ask("CLUSTER INFO").contains("cluster_state:ok")
                                && node.ask("CLUSTER INFO").contains("cluster_known_nodes:2"));
            }
            RedissonClient client =
                    LeanClients.to(List.of(address(first), address(second)), /* sentinelMaster= */ null, TIMEOUT);
            RedissonStore store = new RedissonStore(client, "shop", TIMEOUT);
            claimAndComplete(store, requests());
            try (RedisMonitor atFirst = new RedisMonitor(address(first));
                    RedisMonitor atSecond = new RedisMonitor(address(second))) {

                List<Completion> completions = claimAndComplete(store, requests());

                long there = scripts(atSecond);
                assertThat(there).isPositive().isLessThan(2 * RECORDS);
                assertThat(scripts(atFirst) + there)
                        .as("a claim and a completion of each")
                        .isEqualTo(2 * RECORDS);
                for (Completion completion : completions) {
                    assertThat(await(store.find(
                                    completion.claim().address(),
                                    completion.claim().fingerprint())))
                            .isInstanceOfSatisfying(
                                    Completed.class,
                                    found -> assertThat(found.outcome().payload())
                                            .isEqualTo(completion.payload()));
                }
            }
            store.close();
            client.shutdown();
        }
    }

    private static List<Completion> claimAndComplete(RedissonStore store, List<ClaimRequest> requests) {
        List<ClaimReply> granted = await(store.claimAll(requests));
        assertThat(granted).hasSize(RECORDS).allMatch(ClaimReply.Granted.class::isInstance);
        List<Completion> completions = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            Claim claim = requests.get(i).granted(((ClaimReply.Granted) granted.get(i)).grant());
            completions.add(new Completion(claim, new Payload(new byte[] {(byte) i}), Duration.ZERO));
        }
        assertThat(await(store.completeAll(completions)))
                .hasSize(RECORDS)
                .allMatch(CompletionReply.Recorded.class::isInstance);
        return completions;
    }

    private static List<ClaimRequest> requests() {
        return IntStream.range(0, RECORDS)
                .mapToObj(i -> new ClaimRequest(
                        new RecordAddress("shop", null, "charge", "ik_" + UUID.randomUUID()),
                        Fingerprint.of(new byte[] {1}),
                        "a",
                        Duration.ofSeconds(30),
                        Duration.ofHours(1),
                        true))
                .toList();
    }

    private static long scripts(RedisMonitor monitor) {
        return monitor.commands().stream()
                .filter(command -> command.contains("\"EVALSHA\""))
                .count();
    }

    private static RedisProcess node() {
        return RedisProcess.start("--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1");
    }

    private static String address(RedisProcess node) {
        return "redis://127.0.0.1:" + node.port();
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
