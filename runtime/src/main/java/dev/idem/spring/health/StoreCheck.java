package dev.idem.spring.health;

import dev.idem.key.RecordAddress;
import dev.idem.observe.StorePulse;
import dev.idem.spring.OpenStores;
import dev.idem.store.IdempotencyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
public final class StoreCheck {

    private static final Duration LATELY = Duration.ofSeconds(5);
    private static final RecordAddress NOWHERE =
            new RecordAddress("idem.health", /* tenant= */ null, "idem.probe", "none");

    private final OpenStores stores;
    private final StorePulse pulse;

    /** A check that has asked nothing yet. */
    public StoreCheck(OpenStores stores, StorePulse pulse) {
        this.stores = stores;
        this.pulse = pulse;
    }

    /** Asks those that have not answered lately. */
    public synchronized StoreHealth check() {
        Map<String, String> details = new TreeMap<>();
        List<Exception> failures = new ArrayList<>();
        stores.outside().forEach((name, store) -> {
            Optional<Exception> failure = failure(name, store);
            failure.ifPresent(failures::add);
            details.put(name, failure.isEmpty() ? "answers" : "does not answer");
        });
        if (details.isEmpty()) {
            details.put("local", "records are kept in this process");
        }
        return new StoreHealth(failures.stream().findFirst(), details);
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
