package dev.idem.engine;

import dev.idem.LogEvent;
import dev.idem.store.Claim;
import dev.idem.store.IdempotencyStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the claims of this process at a third of their lease, all claims with one store and one lease in one batch. A
 * claim is renewed until it is dropped, is lost, or is as old as its TTL and ten leases.
 */
final class LeaseKeeper {

    private static final Logger log = LoggerFactory.getLogger(LeaseKeeper.class);
    private static final int RENEWALS_PER_LEASE = 3;
    private static final int LEASES_OF_A_LONG_CALL = 10;

    private final Timer timer;
    private final ConcurrentMap<Rhythm, Set<HeldClaim>> held = new ConcurrentHashMap<>();

    LeaseKeeper(Timer timer) {
        this.timer = timer;
    }

    /** Begins to renew a claim that was asked for at the given time. The observer is told if it is lost. */
    HeldClaim hold(IdempotencyStore store, Claim claim, long sent, OperationObserver observer) {
        HeldClaim mine = new HeldClaim(claim, sent, observer);
        Rhythm rhythm = new Rhythm(store, claim.lease());
        held.compute(rhythm, (same, others) -> {
            Set<HeldClaim> all = others == null ? begin(rhythm) : others;
            all.add(mine);
            return all;
        });
        return mine;
    }

    /** Renews a claim no more. */
    void drop(IdempotencyStore store, HeldClaim claim) {
        held.computeIfPresent(new Rhythm(store, claim.claim().lease()), (rhythm, all) -> {
            all.remove(claim);
            return all;
        });
    }

    private Set<HeldClaim> begin(Rhythm rhythm) {
        schedule(rhythm);
        return ConcurrentHashMap.newKeySet();
    }

    private void schedule(Rhythm rhythm) {
        timer.schedule(rhythm.lease().dividedBy(RENEWALS_PER_LEASE), () -> beat(rhythm));
    }

    private void beat(Rhythm rhythm) {
        Set<HeldClaim> left = held.computeIfPresent(rhythm, (same, all) -> all.isEmpty() ? null : all);
        if (left != null) {
            renew(rhythm, left);
            schedule(rhythm);
        }
    }

    private void renew(Rhythm rhythm, Set<HeldClaim> all) {
        long now = timer.nanoTime();
        all.removeIf(claim -> claim.isLost() || isSpent(claim, now));
        List<HeldClaim> batch = List.copyOf(all);
        if (batch.isEmpty()) {
            return;
        }
        List<Claim> claims = batch.stream().map(HeldClaim::claim).toList();
        Stages.attempt(() -> rhythm.store().renew(claims)).whenComplete((renewed, failure) -> {
            if (failure == null) {
                note(batch, renewed, now);
            } else {
                LogEvent.LEASE_UNRENEWED
                        .warn(log)
                        .setCause(Stages.cause(failure))
                        .log("The leases of {} running calls could not be renewed.", batch.size());
            }
        });
    }

    private static void note(List<HeldClaim> batch, List<Boolean> renewed, long now) {
        for (int i = 0; i < batch.size(); i++) {
            HeldClaim held = batch.get(i);
            if (renewed.get(i)) {
                held.confirm(now);
            } else {
                lose(held);
            }
        }
    }

    /** A renewal that was overtaken by the completion of the call finds no claim either. */
    private static void lose(HeldClaim held) {
        held.lose();
        if (!held.isOver()) {
            held.observer().lostLease();
            LogEvent.LEASE_LOST
                    .warn(log)
                    .log(
                            "The lease of a running call was lost, so it may run a second time: {}",
                            held.claim().address().text());
        }
    }

    /** Whether the claim has been held for long enough to give it up. Warns, once, of one that is held for very long. */
    private static boolean isSpent(HeldClaim held, long now) {
        Claim claim = held.claim();
        Duration age = Duration.ofNanos(now - held.sent());
        boolean isLong = age.compareTo(claim.lease().multipliedBy(LEASES_OF_A_LONG_CALL)) >= 0;
        if (isLong && held.warnsFirst()) {
            LogEvent.RUN_LONG
                    .warn(log)
                    .log(
                            "A call has been running for {}: {}",
                            age,
                            claim.address().text());
        }
        return isLong && age.compareTo(claim.ttl()) >= 0;
    }

    /** What is renewed together. */
    private record Rhythm(IdempotencyStore store, Duration lease) {}
}
