package dev.idem.store.redisson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.spring.redisson.LeanClients;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.testing.DocumentedCode;
import dev.idem.testing.RedisProcess;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.redisson.api.RedissonClient;

/** The user of {@code docs/security.md} in a cluster. */
@EnabledIf("dev.idem.testing.RedisProcess#isAvailable")
final class AclClusterTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final String USER =
            DocumentedCode.block("security.md", "text", "ACL SETUSER shop ").strip();

    @Test
    void user_inACluster_takesOneCommandMore() {
        try (RedisProcess redis =
                RedisProcess.start("--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1")) {
            redis.ask("CLUSTER ADDSLOTSRANGE 0 16383");
            Awaitility.await().until(() -> redis.ask("CLUSTER INFO").contains("cluster_state:ok"));
            assertThat(redis.ask(USER + " +cluster|nodes")).isEqualTo("OK");

            assertGranted("redis://shop:secret@127.0.0.1:" + redis.port());

            assertThat(AclLog.refused(redis)).isEmpty();
        }
    }

    private static void assertGranted(String node) {
        RedissonClient client = LeanClients.to(List.of(node, node), /* sentinelMaster= */ null, TIMEOUT);
        RedissonStore store = new RedissonStore(client, "shop", TIMEOUT);
        ClaimRequest request = new ClaimRequest(
                new RecordAddress("shop", null, "charge", "ik_1"),
                Fingerprint.of(new byte[] {1}),
                "a",
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                true);
        Awaitility.await()
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                store.claim(request).toCompletableFuture().join())
                        .isInstanceOf(ClaimReply.Granted.class));
        store.close();
        client.shutdown();
    }
}
