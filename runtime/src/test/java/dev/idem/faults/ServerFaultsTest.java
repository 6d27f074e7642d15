package dev.idem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.faults.Fault.Kind;
import dev.idem.testing.RedisProcess;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One server that stands still, is slow, full, forgetful, or gone. */
final class ServerFaultsTest extends Scenario {

    private RedisProcess redis;

    @Test
    void server_standsStill() {
        standStill(Terms.DEFAULT);
    }

    @Test
    void server_standsStill_nobodyRunsAgain() {
        assertThat(standStill(Terms.NEVER_AGAIN).beyondOne()).isEmpty();
    }

    @Test
    void server_standsStill_callersGoOnAlone() {
        standStill(Terms.LOCAL_ONLY);
    }

    @Test
    void server_restartedWithItsData() {
        String[] durable = {"--dir", directory().toString(), "--appendonly", "yes", "--appendfsync", "always"};
        Laboratory laboratory = start(Terms.DEFAULT, durable);
        laboratory.rounds(2, () -> laboratory.harmEverybody(Kind.SILENT, () -> restart(durable)));
        laboratory.assertPromisesKept();
    }

    @Test
    void server_restartedWithoutItsData() {
        Laboratory laboratory = start(Terms.DEFAULT);
        laboratory.rounds(
                2,
                () -> laboratory.harmEverybody(
                        Kind.FORGOTTEN, () -> laboratory.harmEverybody(Kind.SILENT, this::restart)));
        assertThat(laboratory.assertPromisesKept().beyondOne()).containsKey(Kind.FORGOTTEN.cause());
    }

    @Test
    void clients_paused() {
        Laboratory laboratory = start(Terms.DEFAULT);
        laboratory.rounds(
                1,
                () -> laboratory.harmEverybody(Kind.SILENT, () -> {
                    redis.ask("CLIENT PAUSE " + LONGER_THAN_A_LEASE.toMillis() + " ALL");
                    Harm.lasts(LONGER_THAN_A_LEASE);
                }));
        laboratory.assertPromisesKept();
    }

    /** It can still renew and release, so no claim is lost; what could not be recorded is, once there is room. */
    @Test
    void server_full_losesNothing() {
        Laboratory laboratory = start(Terms.DEFAULT);
        laboratory.rounds(
                2,
                () -> laboratory.harmEverybody(Kind.FULL, () -> {
                    redis.ask("CONFIG SET maxmemory 1");
                    Harm.lasts(LONGER_THAN_A_LEASE);
                    redis.ask("CONFIG SET maxmemory 0");
                }));
        Verdict verdict = laboratory.assertPromisesKept();
        assertThat(verdict.failures()).containsKey("StoreUnavailableException");
    }

    @Test
    void scripts_forgotten() {
        Laboratory laboratory = start(Terms.DEFAULT);
        laboratory.rounds(5, () -> laboratory.harmEverybody(Kind.HARMLESS, () -> redis.ask("SCRIPT FLUSH")));
        laboratory.assertPromisesKept();
    }

    @Test
    void server_sleeps() {
        Laboratory laboratory = start(Terms.DEFAULT, "--enable-debug-command", "yes");
        laboratory.rounds(
                1,
                () -> laboratory.harmEverybody(
                        Kind.SILENT, () -> redis.ask("DEBUG SLEEP " + LONGER_THAN_A_LEASE.toMillis() / 1_000.0)));
        laboratory.assertPromisesKept();
    }

    @Test
    void server_busyWithAScript() {
        Laboratory laboratory = start(Terms.DEFAULT, "--busy-reply-threshold", "100");
        laboratory.rounds(
                1,
                () -> laboratory.harmEverybody(Kind.SILENT, () -> {
                    CompletableFuture<String> busy =
                            CompletableFuture.supplyAsync(() -> redis.ask("EVAL \"while true do end\" 0"));
                    Harm.lasts(LONGER_THAN_A_LEASE);
                    redis.ask("SCRIPT KILL");
                    assertThat(busy.join()).contains("Script killed");
                }));
        laboratory.assertPromisesKept();
    }

    private Verdict standStill(Terms terms) {
        Laboratory laboratory = start(terms);
        laboratory.rounds(
                1,
                () -> laboratory.harmEverybody(Kind.SILENT, () -> {
                    redis.pause();
                    Harm.lasts(LONGER_THAN_A_LEASE);
                    redis.resume();
                }));
        return laboratory.assertPromisesKept();
    }

    private Laboratory start(Terms terms, String... options) {
        redis = redis(options);
        Laboratory laboratory = laboratory(terms);
        laboratory.start(redis.address());
        return laboratory;
    }

    private void restart(String... options) {
        redis.close();
        redis = closed(RedisProcess.startOn(redis.port(), options));
    }
}
