package dev.idem.spring;

import dev.idem.LogEvent;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.ObservedStore;
import dev.idem.store.StoreObserver;
import dev.idem.store.caffeine.CaffeineStore;
import dev.idem.store.caffeine.StoreClock;
import dev.idem.store.caffeine.TieredStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;

/** The stores by name, each opened when it is first asked for. Closes what it opened, never a bean of the user. */
final class Stores implements OpenStores, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Stores.class);

    private final Settings settings;
    private final @Nullable SharedStoreSource shared;
    private final ListableBeanFactory beans;
    private final Optional<StoreObserver> observer;
    private final Map<String, IdempotencyStore> open = new HashMap<>();
    private final Map<String, IdempotencyStore> unasked = new HashMap<>();
    private final Map<String, IdempotencyStore> outside = new HashMap<>();
    private final Deque<AutoCloseable> closeLastFirst = new ArrayDeque<>();

    /**
     * Stores of which none is open.
     *
     * @param shared null: no client library for a shared store is on the class path
     * @param observer is told how stores answer that lie outside this process
     */
    Stores(
            Settings settings,
            @Nullable SharedStoreSource shared,
            ListableBeanFactory beans,
            Optional<StoreObserver> observer) {
        this.settings = settings;
        this.shared = shared;
        this.beans = beans;
        this.observer = observer;
    }

    /**
     * The store of this name.
     *
     * @throws IdempotencySetupException if there is none
     */
    synchronized IdempotencyStore named(String name) {
        IdempotencyStore store = open.get(name);
        if (store == null) {
            store = find(name);
            open.put(name, store);
        }
        return store;
    }

    /** Says which of the stores opened since the last time do not answer, or may forget. */
    synchronized void askNewOnes() {
        unasked.forEach((name, store) -> new StoreProbe(name, store).ask(settings.applicationOrNameless()));
        unasked.clear();
    }

    private IdempotencyStore find(String name) {
        return switch (name) {
            case "local" -> own(local());
            case "redis" -> redis(name);
            case "tiered" -> own(tiered(open.computeIfAbsent("redis", unopened -> redis(name))));
            case "auto" -> named(automatic());
            default -> bean(name);
        };
    }

    private String automatic() {
        if (shared != null && shared.isConfigured()) {
            return "tiered";
        }
        LogEvent.STORE_LOCAL
                .warn(log)
                .log(
                        "No Redis was found, so idem.store=auto keeps records in this process only: a duplicate that reaches"
                                + " another node runs again. Set idem.redis.address, or accept this with idem.store=local.");
        return "local";
    }

    private IdempotencyStore redis(String name) {
        if (shared == null) {
            throw new IdempotencySetupException(
                    "The store '" + name + "' needs Redisson, which is not on the class path.",
                    "Remove the exclusion of org.redisson:redisson from the build, or set idem.store=local.");
        }
        if (!shared.isConfigured()) {
            throw new IdempotencySetupException(
                    "The store '" + name + "' was asked for, but no Redis is configured.",
                    "Set idem.redis.address, idem.redis.config or spring.data.redis.host, or define a RedissonClient"
                            + " bean.");
        }
        return unasked(name, observed("redis", own(shared.open(settings.applicationForShared(name)))));
    }

    private IdempotencyStore bean(String name) {
        if (!beans.containsBean(name) || !beans.isTypeMatch(name, IdempotencyStore.class)) {
            throw new IdempotencySetupException(
                    "There is no store named '" + name + "'. The stores are: " + String.join(", ", knownNames()) + ".",
                    "Set idem.store, or the store of the operation, to one of these names, or define an"
                            + " IdempotencyStore bean of this name.");
        }
        IdempotencyStore store = beans.getBean(name, IdempotencyStore.class);
        if (store.timeout().isZero()) {
            return store;
        }
        settings.applicationForShared(name);
        return unasked(name, observed(name, store));
    }

    private IdempotencyStore observed(String name, IdempotencyStore store) {
        IdempotencyStore observed = observer.<IdempotencyStore>map(told -> new ObservedStore(name, store, told))
                .orElse(store);
        outside.put(name, observed);
        return observed;
    }

    @Override
    public synchronized Map<String, IdempotencyStore> outside() {
        return Map.copyOf(outside);
    }

    private Set<String> knownNames() {
        Set<String> names = new TreeSet<>(List.of("auto", "local", "redis", "tiered"));
        names.addAll(Arrays.asList(beans.getBeanNamesForType(
                IdempotencyStore.class, /* includeNonSingletons= */ true, /* allowEagerInit= */ false)));
        return names;
    }

    private CaffeineStore local() {
        StoreClock clock = clock();
        return clock == null ? new CaffeineStore(localWeight()) : new CaffeineStore(localWeight(), clock);
    }

    private TieredStore tiered(IdempotencyStore redis) {
        Duration ttl = settings.properties().local().ttl();
        StoreClock clock = clock();
        return clock == null
                ? new TieredStore(redis, localWeight(), ttl)
                : new TieredStore(redis, localWeight(), ttl, clock);
    }

    /** That of the application's tests; else each store has its own. */
    private @Nullable StoreClock clock() {
        return beans.getBeanProvider(StoreClock.class).getIfAvailable();
    }

    private long localWeight() {
        return settings.properties().local().maximumWeight().toBytes();
    }

    private <T extends IdempotencyStore> T own(T store) {
        if (store instanceof AutoCloseable closeable) {
            closeLastFirst.push(closeable);
        }
        return store;
    }

    private IdempotencyStore unasked(String name, IdempotencyStore store) {
        unasked.put(name, store);
        return store;
    }

    @Override
    public synchronized void close() {
        while (!closeLastFirst.isEmpty()) {
            AutoCloseable store = closeLastFirst.pop();
            try {
                store.close();
            } catch (Exception e) {
                LogEvent.STORE_UNCLOSED.warn(log).setCause(e).log("A store could not be closed.");
            }
        }
    }
}
