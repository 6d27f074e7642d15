package dev.idem.spring.actuate;

import dev.idem.key.RecordAddress;
import dev.idem.observe.StorePulse;
import dev.idem.spring.OpenStores;
import dev.idem.store.IdempotencyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether the stores outside this process answer. One that has answered a call lately is not asked; another one is, with
 * one cheap command, which takes at most the store's own time-out. Thread-safe: who comes meanwhile waits for that answer.
 */
final class StoreCheck {

    private static final Duration LATELY = Duration.ofSeconds(5);
    private static final RecordAddress NOWHERE =
            new RecordAddress("idem.health", /* tenant= */ null, "idem.probe", "none");

    private final OpenStores stores;
    private final StorePulse pulse;

    StoreCheck(OpenStores stores, StorePulse pulse) {
        this.stores = stores;
        this.pulse = pulse;
    }

    /** For each store, why it does not answer; empty if it does. */
    synchronized Map<String, Optional<Exception>> failures() {
        Map<String, Optional<Exception>> failures = new TreeMap<>();
        stores.outside().forEach((name, store) -> failures.put(name, failure(name, store)));
        return failures;
    }

    private Optional<Exception> failure(String name, IdempotencyStore store) {
        if (pulse.answeredWithin(name, LATELY)) {
            return Optional.empty();
        }
        try {
            ask(store).get(store.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return e.getCause() instanceof UnsupportedOperationException ? Optional.empty() : Optional.of(e);
        } catch (TimeoutException | RuntimeException e) {
            return Optional.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(e);
        }
    }

    private static CompletableFuture<?> ask(IdempotencyStore store) {
        return store.look(NOWHERE).toCompletableFuture();
    }
}
