package dev.idem.store.caffeine;

import com.github.benmanes.caffeine.cache.Expiry;
import java.util.function.ToLongFunction;

/** Keeps an entry until its own end, which a read does not change. */
final class UntilEnd<K, V> implements Expiry<K, V> {

    private final ToLongFunction<V> nanosLeft;

    UntilEnd(ToLongFunction<V> nanosLeft) {
        this.nanosLeft = nanosLeft;
    }

    @Override
    public long expireAfterCreate(K key, V value, long currentTime) {
        return nanosLeft.applyAsLong(value);
    }

    @Override
    public long expireAfterUpdate(K key, V value, long currentTime, long currentDuration) {
        return nanosLeft.applyAsLong(value);
    }

    @Override
    public long expireAfterRead(K key, V value, long currentTime, long currentDuration) {
        return currentDuration;
    }
}
