package dev.idem.spring;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.FindReply;
import dev.idem.store.IdempotencyStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** Asks a store for a record that does not exist, and says so if there is no answer. */
final class StoreProbe {

    private static final Logger log = LoggerFactory.getLogger(StoreProbe.class);
    private static final Fingerprint NOTHING = Fingerprint.of(new byte[0]);

    private StoreProbe() {}

    /** Returns within little more than the store's own time-out. The application starts either way. */
    static void warnIfSilent(String name, IdempotencyStore store, String application) {
        RecordAddress nowhere = new RecordAddress(application, /* tenant= */ null, "idem.probe", "none");
        try {
            ask(store, nowhere).get(store.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            warn(name, e);
        } catch (TimeoutException e) {
            warn(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** On a thread of its own, since a client that is not connected yet may block. */
    private static CompletableFuture<FindReply> ask(IdempotencyStore store, RecordAddress address) {
        CompletableFuture<CompletionStage<FindReply>> asked = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> asked.completeAsync(() -> store.find(address, NOTHING), Runnable::run), "idem-store-probe");
        thread.setDaemon(true);
        thread.start();
        return asked.thenCompose(Function.identity());
    }

    private static void warn(String name, Throwable cause) {
        log.warn(
                "The store '{}' does not answer. The application starts, and guarded calls are refused until it"
                        + " does: {}",
                name,
                NestedExceptionUtils.getMostSpecificCause(cause).toString());
    }
}
