package dev.idem.spring.redisson;

import dev.idem.spring.IdempotencyProperties;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;

/** The clients that an application gets from its properties, without an application. */
public final class LeanClients {

    private LeanClients() {}

    /**
     * A client as {@code idem.redis.*} describes it.
     *
     * @param sentinelMaster null where the addresses are not those of Sentinels
     */
    public static RedissonClient to(List<String> addresses, @Nullable String sentinelMaster, Duration timeout) {
        var properties = new IdempotencyProperties.Redis(addresses, sentinelMaster, /* config= */ null, timeout);
        return Redisson.create(LeanConfig.of(AddressProperties.location(properties), timeout));
    }
}
