package dev.idem.engine;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import java.util.concurrent.CompletableFuture;

/** All calls of this process at one address at one time: one leads, the others get what it gets. */
final class Flight {

    private final RecordAddress address;
    private final Fingerprint fingerprint;
    private final CompletableFuture<Landing> landing = new CompletableFuture<>();

    Flight(Call call) {
        this.address = call.address();
        this.fingerprint = call.fingerprint();
    }

    RecordAddress address() {
        return address;
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    /** Completes when the flight ends; completed by {@link Flights}. */
    CompletableFuture<Landing> landing() {
        return landing;
    }
}
