package dev.idem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.faults.Fault.Kind;
import dev.idem.store.redisson.ScriptDigests;
import dev.idem.testing.RedisProcess;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A healthy server, and callers whose way to it is slow, lossy, or gone. Each caller has a way of its own. */
final class NetworkFaultsTest extends Scenario {

    private final List<TcpProxy> ways = new ArrayList<>();
    private RedisProcess redis;

    @Test
    void onePacket_lateByMoreThanALease_afterItsClaimWasWithdrawn() {
        Laboratory laboratory = start(Terms.DEFAULT);
        TcpProxy way = ways.get(0);
        laboratory.rounds(
                2,
                () -> laboratory.harm(Kind.SILENT, "jvm1", () -> {
                    way.rule(Traffic.onePacketLate(ScriptDigests.claim(), LONGER_THAN_A_LEASE), Traffic.FREE);
                    Harm.lasts(LONGER_THAN_A_LEASE);
                }));
        assertThat(laboratory.assertPromisesKept().failures()).containsKey("StoreUnavailableException");
    }

    @Test
    void oneCaller_cutOffForMoreThanALease_othersTakeOver() {
        blackHole(Terms.DEFAULT);
    }

    @Test
    void oneCaller_cutOffForMoreThanALease_nobodyRunsAgain() {
        assertThat(blackHole(Terms.NEVER_AGAIN).beyondOne()).isEmpty();
    }

    @Test
    void connections_cut_comeBack() {
        Laboratory laboratory = start(Terms.DEFAULT);
        laboratory.rounds(
                3,
                () -> laboratory.harmEverybody(Kind.SILENT, () -> {
                    ways.forEach(TcpProxy::cut);
                    ways.forEach(TcpProxy::mend);
                }));
        laboratory.assertPromisesKept();
    }

    @Test
    void network_slow() {
        Laboratory laboratory = start(Terms.DEFAULT);
        Traffic slow = Traffic.slow(Terms.STORE_TIMEOUT.dividedBy(5));
        laboratory.rounds(
                1,
                () -> laboratory.harmEverybody(Kind.HARMLESS, () -> {
                    ways.forEach(way -> way.rule(slow, slow));
                    Harm.lasts(LONGER_THAN_A_LEASE);
                    ways.forEach(TcpProxy::mend);
                }));
        laboratory.assertPromisesKept();
    }

    @Test
    void messages_lost_costAtMostALease() {
        Laboratory laboratory = start(Terms.DEFAULT);
        laboratory.rounds(
                1,
                () -> laboratory.harmEverybody(Kind.HARMLESS, () -> {
                    ways.forEach(way -> way.rule(Traffic.FREE, Traffic.without("\r\n$7\r\nmessage\r\n")));
                    Harm.lasts(LONGER_THAN_A_LEASE.multipliedBy(2));
                }));
        laboratory.assertPromisesKept();
    }

    @Test
    void subscriptions_ended_areMadeAgain() {
        Laboratory laboratory = start(Terms.DEFAULT);
        laboratory.rounds(5, () -> laboratory.harmEverybody(Kind.HARMLESS, () -> redis.ask("CLIENT KILL TYPE pubsub")));
        laboratory.assertPromisesKept();
    }

    private Verdict blackHole(Terms terms) {
        Laboratory laboratory = start(terms);
        TcpProxy way = ways.get(0);
        laboratory.rounds(
                1,
                () -> laboratory.harm(Kind.SILENT, "jvm1", () -> {
                    CountDownLatch end = new CountDownLatch(1);
                    way.rule(Traffic.blackHole(end), Traffic.blackHole(end));
                    Harm.lasts(LONGER_THAN_A_LEASE);
                    way.mend();
                    end.countDown();
                }));
        Verdict verdict = laboratory.assertPromisesKept();
        assertThat(verdict.failures()).containsKey("StoreUnavailableException");
        return verdict;
    }

    private Laboratory start(Terms terms) {
        redis = redis();
        for (int i = 0; i < Laboratory.CALLERS; i++) {
            ways.add(proxy(redis));
        }
        Laboratory laboratory = laboratory(terms);
        Iterator<TcpProxy> each = ways.iterator();
        laboratory.start("", () -> List.of(each.next().address()));
        return laboratory;
    }
}
