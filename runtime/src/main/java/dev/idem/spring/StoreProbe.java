package dev.idem.spring;

import dev.idem.LogEvent;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.FindReply;
import dev.idem.store.IdempotencyStore;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** Asks a store for a record that does not exist; says so if there is no answer, and what the store says of its risks. */
final class StoreProbe {

    private static final Logger log = LoggerFactory.getLogger(StoreProbe.class);
    private static final Fingerprint NOTHING = Fingerprint.of(new byte[0]);

    private final String name;
    private final IdempotencyStore store;

    /**
     * A probe that has asked nothing yet.
     *
     * @param name the store's name, for messages
     */
    StoreProbe(String name, IdempotencyStore store) {
        this.name = name;
        this.store = store;
    }

    /** Returns within little more than twice the store's own time-out. The application starts either way. */
    void ask(String application) {
        RecordAddress nowhere = new RecordAddress(application, /* tenant= */ null, "idem.probe", "none");
        Optional<FindReply> answer = answer(() -> store.find(nowhere, NOTHING), this::warnOfSilence);
        if (answer.isPresent()) {
            answer(store::dataLossRisk, this::noteSilence).flatMap(risk -> risk).ifPresent(this::warnOfDataLoss);
        }
    }

    /** On a thread of its own, since a client that is not connected yet may block. */
    private <T> Optional<T> answer(Supplier<CompletionStage<T>> question, Consumer<Exception> silence) {
        CompletableFuture<CompletionStage<T>> asked = new CompletableFuture<>();
        Thread thread = new Thread(() -> asked.completeAsync(question, Runnable::run), "idem-store-probe");
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(
                    asked.thenCompose(Function.identity()).get(store.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            silence.accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void warnOfSilence(Exception cause) {
        LogEvent.STORE_SILENT
                .warn(log)
                .log(
                        "The store '{}' does not answer. The application starts, and guarded calls are refused until it"
                                + " does: {}",
                        name,
                        NestedExceptionUtils.getMostSpecificCause(cause).toString());
    }

    private void noteSilence(Exception cause) {
        log.debug("The store '{}' does not tell its settings.", name, cause);
    }

    private void warnOfDataLoss(String risk) {
        LogEvent.STORE_FORGETFUL
                .warn(log)
                .log(
                        "The store '{}' may forget records before their time, and a forgotten call runs again: {}",
                        name,
                        risk);
    }
}
