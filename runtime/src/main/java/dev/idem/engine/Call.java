package dev.idem.engine;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.ClaimRequest;
import dev.idem.store.IdempotencyStore;

/** One guarded call: what it is the same as, and how it is guarded. */
record Call(Operation operation, Guard guard, RecordAddress address, Fingerprint fingerprint) {

    CallPolicy policy() {
        return guard.policy();
    }

    IdempotencyStore store() {
        return guard.store();
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
