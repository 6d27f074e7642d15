package dev.idem.engine;

import static dev.idem.engine.EngineTestBench.LEASE;
import static dev.idem.engine.EngineTestBench.TTL;
import static dev.idem.engine.EngineTestBench.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.idem.engine.FaultyStore.Verb;
import dev.idem.testing.CapturedLogs;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said of a lease that is lost. */
final class LostLeaseTest {

    private static final Duration BEAT = LEASE.dividedBy(3);
    private static final String WARNING = "The lease of a running call was lost";

    private final EngineTestBench bench = new EngineTestBench();
    private final CapturedLogs logs = new CapturedLogs();

    @AfterEach
    void close() {
        logs.close();
        bench.close();
    }

    @Test
    void leaseLostWhileTheMethodRuns_isWarnedOf() throws Throwable {
        bench.call("1", () -> {
            bench.shared.evict(address("1"), TTL).toCompletableFuture().join();
            bench.timer.advance(BEAT);
            return "receipt";
        });

        assertThat(logs.lines()).anyMatch(line -> line.contains(WARNING));
    }

    @Test
    void renewalOvertakenByTheCompletion_isNoLoss() throws Throwable {
        bench.store.delay(Verb.COMPLETE);
        CompletableFuture<Object> call = bench.callLater("1", () -> "receipt");
        await().until(() -> bench.store.count(Verb.COMPLETE) == 1);
        bench.timer.advance(BEAT);
        bench.store.deliver();

        assertThat(call.join()).isEqualTo("receipt");
        assertThat(bench.store.count(Verb.RENEW)).isEqualTo(1);
        assertThat(logs.lines()).noneMatch(line -> line.contains(WARNING));
    }
}
