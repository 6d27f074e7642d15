package dev.idem.sample;

import dev.idem.store.IdempotencyStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Test helper: notes the commands that a store is sent, and keeps its replies back. */
final class WatchedStore {

    private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<Void>> withheld = new ConcurrentHashMap<>();
    private final List<Long> claims = new CopyOnWriteArrayList<>();
    private final IdempotencyStore store;

    WatchedStore(IdempotencyStore store) {
        this.store = store;
    }

    /** The same store, watched. */
    IdempotencyStore watched() {
        return (IdempotencyStore) Proxy.newProxyInstance(
                IdempotencyStore.class.getClassLoader(), new Class<?>[] {IdempotencyStore.class}, this::call);
    }

    /** The names of all commands that were sent since the last {@link #reset}. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    /** How long each claim took, in nanoseconds. */
    List<Long> claims() {
        return List.copyOf(claims);
    }

    /** Keeps replies to this command back until the result is completed. */
    CompletableFuture<Void> withhold(String command) {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        withheld.put(command, gate);
        return gate;
    }

    /** Forgets the commands, and lets all replies through. */
    void reset() {
        withheld.values().forEach(gate -> gate.complete(null));
        withheld.clear();
        commands.clear();
        claims.clear();
    }

    @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself alone
    private Object call(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class && method.getName().equals("equals")) {
            return arguments[0] == proxy;
        }
        try {
            long begin = System.nanoTime();
            Object result = method.invoke(store, arguments);
            return result instanceof CompletionStage<?> reply ? note(method.getName(), begin, reply) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private CompletionStage<?> note(String command, long begin, CompletionStage<?> reply) {
        commands.add(command);
        if (command.equals("claim")) {
            reply.thenRun(() -> claims.add(System.nanoTime() - begin));
        }
        return reply.thenCombine(withheld.getOrDefault(command, NOTHING), (answer, gate) -> answer);
    }
}
