package dev.idem.spring;

import dev.idem.StoreUnavailableException;
import dev.idem.store.IdempotencyStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A store that answers nothing. */
final class DownStore {

    private DownStore() {}

    static IdempotencyStore create() {
        return (IdempotencyStore) Proxy.newProxyInstance(
                DownStore.class.getClassLoader(), new Class<?>[] {IdempotencyStore.class}, (self, verb, arguments) -> {
                    if (verb.getReturnType() == CompletionStage.class) {
                        return CompletableFuture.failedStage(
                                new StoreUnavailableException("Redis gave no answer within PT2S"));
                    }
                    return verb.getReturnType() == Duration.class ? Duration.ofSeconds(2) : null;
                });
    }
}
