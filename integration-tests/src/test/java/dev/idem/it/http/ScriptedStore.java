package dev.idem.it.http;

import dev.idem.store.ClaimReply;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.caffeine.CaffeineStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** A local store that answers claims as a test wants it to. */
final class ScriptedStore {

    private final IdempotencyStore store = new CaffeineStore(/* maximumWeight= */ 1_000_000);
    private final AtomicReference<CompletionStage<ClaimReply>> next = new AtomicReference<>();

    /** The answer to the next claim. */
    void answerNext(CompletionStage<ClaimReply> reply) {
        next.set(reply);
    }

    @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself alone
    IdempotencyStore asStore() {
        return (IdempotencyStore) Proxy.newProxyInstance(
                ScriptedStore.class.getClassLoader(),
                new Class<?>[] {IdempotencyStore.class},
                (self, verb, arguments) -> {
                    if (verb.getName().equals("claim")) {
                        CompletionStage<ClaimReply> reply = next.getAndSet(null);
                        if (reply != null) {
                            return reply;
                        }
                    }
                    if (verb.getName().equals("equals")) {
                        return self == arguments[0];
                    }
                    if (verb.getName().equals("peek")) {
                        return Optional.empty();
                    }
                    try {
                        return verb.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
