package dev.idem.store.redisson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.key.RecordAddress;
import dev.idem.testing.RedisProcess;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.redisson.connection.CRC16;

/** No part of an address chooses the server of a cluster on which its record lies: the whole key does. */
@EnabledIf("dev.idem.testing.RedisProcess#isAvailable")
final class ClusterSlotTest {

    private static final List<String> HOSTILE =
            List.of("{", "}", "{a}", "{}", ":", "%", "%7B", "-", "\uD83D\uDE00{x}", "\r\nDEL k", "\"", "\\", " ", "a");
    private static final int SLOTS = 16_384;

    @Test
    void slot_ofHostileParts_isThatOfTheWholeKey() {
        Random random = new Random(16_384);
        try (RedisProcess redis = RedisProcess.start("--cluster-enabled", "yes")) {
            assertThat(slot(redis, "{a}b")).isEqualTo(slot(redis, "{a}c"));
            for (int i = 0; i < 200; i++) {
                String key = new RecordAddress(part(random), part(random), part(random), part(random)).text();
                assertThat(slot(redis, key)).as(key).isEqualTo(slotOfAllOf(key));
            }
        }
    }

    private static int slot(RedisProcess redis, String key) {
        return Integer.parseInt(redis.ask("CLUSTER KEYSLOT " + key));
    }

    private static int slotOfAllOf(String key) {
        return CRC16.crc16(key.getBytes(StandardCharsets.UTF_8)) % SLOTS;
    }

    private static String part(Random random) {
        return HOSTILE.get(random.nextInt(HOSTILE.size())) + HOSTILE.get(random.nextInt(HOSTILE.size()));
    }
}
