package dev.idem.engine;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completed;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.KeptOutcome;
import dev.idem.store.Payload;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One guarded call: what it is the same as, and how it is guarded.
 *
 * @param store where its record lies: the guard's store or its fallback
 */
record Call(Operation operation, Guard guard, IdempotencyStore store, RecordAddress address, Fingerprint fingerprint)
        implements Callee {

    Call(Operation operation, Guard guard, RecordAddress address, Fingerprint fingerprint) {
        this(operation, guard, guard.store(), address, fingerprint);
    }

    /** The same call, guarded by this process alone; empty if it is not to be, or is already. */
    Optional<Call> alone() {
        return guard.fallback()
                .filter(fallback -> !store.equals(fallback))
                .map(fallback -> new Call(operation, guard, fallback, address, fingerprint));
    }

    /** Whether both are one call: one runs, and the other has its answer. */
    boolean isSame(Call other) {
        return address.equals(other.address) && fingerprint.equals(other.fingerprint);
    }

    CallPolicy policy() {
        return guard.policy();
    }

    /** Who is told what becomes of it. */
    OperationObserver observer() {
        return guard.observer();
    }

    /** What it becomes when its method has run and has an outcome. */
    CallOutcome ownRun() {
        return store.equals(guard.store()) ? CallOutcome.RUN : CallOutcome.LOCAL_ONLY;
    }

    /** What it becomes when the store answers it with a recorded outcome. */
    CallOutcome replay(boolean toldInProgress) {
        if (toldInProgress) {
            return CallOutcome.WAITED;
        }
        return store.timeout().isZero() ? CallOutcome.REPLAYED_LOCAL : CallOutcome.REPLAYED_REMOTE;
    }

    /** The outcome that this process knows of, without asking anybody. */
    Optional<Payload> known() {
        return Stream.of(Optional.of(store), guard.fallback())
                .flatMap(Optional::stream)
                .flatMap(place -> place.peek(address, fingerprint).stream())
                .filter(Completed.class::isInstance)
                .map(reply -> ((Completed) reply).outcome().payload())
                .findFirst();
    }

    /** The copy of the outcome that this process keeps where the record lies. */
    Optional<KeptOutcome> kept() {
        return store.kept(address, fingerprint);
    }

    ClaimRequest request(String token) {
        boolean waits = !policy().lockWait().isZero();
        return new ClaimRequest(address, fingerprint, token, policy().lease(), policy().ttl(), waits);
    }

    /** Names the call in messages: its operation and key, never its content. */
    @Override
    public String toString() {
        return operation.name() + " [" + address.key() + ']';
    }
}
