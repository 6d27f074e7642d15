package dev.idem.faults;

import dev.idem.store.IdempotencyStore;
import dev.idem.store.IdempotencyStore.Subscription;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts the listeners for wake-ups that a store has. */
final class SubscriptionCount {

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    /** The same store, counted. */
    IdempotencyStore counted(IdempotencyStore store) {
        return (IdempotencyStore) Proxy.newProxyInstance(
                IdempotencyStore.class.getClassLoader(),
                new Class<?>[] {IdempotencyStore.class},
                (proxy, method, arguments) -> call(store, method, arguments));
    }

    int made() {
        return made.get();
    }

    int open() {
        return open.get();
    }

    private @Nullable Object call(IdempotencyStore store, Method method, @Nullable Object[] arguments)
            throws Throwable {
        try {
            Object result = method.invoke(store, arguments);
            return method.getName().equals("subscribe") ? counted((Subscription) result) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Subscription counted(Subscription subscription) {
        made.incrementAndGet();
        open.incrementAndGet();
        return () -> {
            open.decrementAndGet();
            subscription.close();
        };
    }
}
