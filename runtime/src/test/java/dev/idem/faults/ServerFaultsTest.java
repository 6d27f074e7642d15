package dev.idem.faults;

import dev.idem.faults.Fault.Kind;
import dev.idem.testing.RedisProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Callers that die and stand still, and a server that does. */
@Tag("faults")
@EnabledIf("dev.idem.testing.RedisProcess#isAvailable")
final class ServerFaultsTest {

    private static final Duration LONGER_THAN_A_LEASE =
            Terms.LEASE.multipliedBy(3).dividedBy(2);

    @TempDir
    private Path directory;

    private RedisProcess redis;
    private String scenario;

    @BeforeEach
    void start(TestInfo test) {
        scenario = test.getTestMethod().orElseThrow().getName();
        redis = RedisProcess.start("--enable-debug-command", "yes");
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void owners_killed_othersTakeOver() {
        killOwners(Terms.DEFAULT);
    }

    private void killOwners(Terms terms) {
        try (Laboratory laboratory = new Laboratory(scenario, directory, terms)) {
            Deque<CallerProcess> callers = new ArrayDeque<>(laboratory.start(redis.address()));
            laboratory.rounds(() -> {
                laboratory.kill(callers.removeFirst());
                callers.addLast(laboratory.join(redis.address()));
            });
            laboratory.assertPromisesKept();
        }
    }

    @Test
    void server_standsStill_underLoad() {
        try (Laboratory laboratory = new Laboratory(scenario, directory, Terms.DEFAULT)) {
            laboratory.start(redis.address());
            laboratory.rounds(() -> laboratory.harmEverybody(Kind.SILENT, () -> {
                redis.pause();
                Harm.lasts(LONGER_THAN_A_LEASE);
                redis.resume();
            }));
            laboratory.assertPromisesKept();
        }
    }
}
