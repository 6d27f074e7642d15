package dev.idem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.faults.Fault.Kind;
import dev.idem.testing.RedisProcess;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** Callers that die, and callers that stand still for longer than their lease. */
final class CallerFaultsTest extends Scenario {

    @Test
    void owners_killed_othersTakeOver() {
        killOwners(Terms.DEFAULT);
    }

    @Test
    void owners_killed_nobodyRunsAgain() {
        assertThat(killOwners(Terms.NEVER_AGAIN).beyondOne()).isEmpty();
    }

    @Test
    void owners_standStill_othersTakeOver() {
        stopOwners(Terms.DEFAULT);
    }

    @Test
    void owners_standStill_nobodyRunsAgain() {
        assertThat(stopOwners(Terms.NEVER_AGAIN).beyondOne()).isEmpty();
    }

    private Verdict killOwners(Terms terms) {
        RedisProcess redis = redis();
        Laboratory laboratory = laboratory(terms);
        Deque<CallerProcess> callers = new ArrayDeque<>(laboratory.start(redis.address()));
        laboratory.rounds(2, () -> {
            laboratory.kill(callers.removeFirst());
            callers.addLast(laboratory.join(redis.address()));
        });
        return laboratory.assertPromisesKept();
    }

    private Verdict stopOwners(Terms terms) {
        RedisProcess redis = redis();
        Laboratory laboratory = laboratory(terms);
        Deque<CallerProcess> callers = new ArrayDeque<>(laboratory.start(redis.address()));
        laboratory.rounds(2, () -> {
            CallerProcess caller = callers.removeFirst();
            laboratory.harm(Kind.STOPPED, caller.name(), () -> {
                caller.stop();
                Harm.lasts(LONGER_THAN_A_LEASE);
                caller.resume();
            });
            callers.addLast(caller);
        });
        return laboratory.assertPromisesKept();
    }
}
