package dev.idem.it;

import java.util.List;
import java.util.Locale;

/** Where outcomes are kept. */
public enum StoreKind {
    LOCAL,
    REDIS,
    TIERED;

    /** The properties of an application of this name that uses it. */
    List<String> properties(String application, String redisAddress) {
        String store = "idem.store=" + name().toLowerCase(Locale.ROOT);
        return isShared()
                ? List.of(store, "idem.application=" + application, "idem.redis.address=" + redisAddress)
                : List.of(store);
    }

    /** Whether another node finds what one has recorded. */
    boolean isShared() {
        return this != LOCAL;
    }
}
