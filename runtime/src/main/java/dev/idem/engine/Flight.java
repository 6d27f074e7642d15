package dev.idem.engine;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The same call, made several times in this process at one time: one leads, the others get what it gets. */
final class Flight {

    private final Destination destination;
    private final Duration lease;
    private final Caller leader;
    private final Attendance attendance = new Attendance();
    private final CompletableFuture<Broadcast> broadcast = new CompletableFuture<>();
    private final CompletableFuture<Landing> landing = new CompletableFuture<>();
    private volatile @Nullable HeldClaim held;

    /** A flight that nobody follows yet. */
    Flight(Call call, Caller leader) {
        this.destination = Destination.of(call);
        this.lease = call.policy().lease();
        this.leader = leader;
    }

    Destination destination() {
        return destination;
    }

    /** Completes when the flight ends; completed by {@link Flights}. */
    CompletableFuture<Landing> landing() {
        return landing;
    }

    /** Who is there for its outcome. */
    Attendance attendance() {
        return attendance;
    }

    /** Completes when its leader's run streams items, which others may listen to. */
    CompletableFuture<Broadcast> broadcast() {
        return broadcast;
    }

    /** Whether its leader's thread makes this call too, and would wait for itself. */
    boolean isLedBy(Caller caller) {
        return caller.thread().isPresent() && caller.thread().equals(leader.thread());
    }

    /** The leader has its claim. */
    void holds(HeldClaim claim) {
        held = claim;
    }

    /** What is left of the leader's lease at this time, at most. */
    Duration restAt(long time) {
        HeldClaim claim = held;
        return claim == null ? lease : claim.restAt(time);
    }

    /** Where a flight goes. The same record claimed for other content is another flight, which the store will judge. */
    record Destination(RecordAddress address, Fingerprint fingerprint) {

        static Destination of(Call call) {
            return new Destination(call.address(), call.fingerprint());
        }
    }
}
