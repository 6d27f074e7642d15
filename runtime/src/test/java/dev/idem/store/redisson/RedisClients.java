package dev.idem.store.redisson;

import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** Clients for tests: few threads and connections. */
public final class RedisClients {

    private RedisClients() {}

    public static RedissonClient connect(String address) {
        return Redisson.create(config(address));
    }

    /** A client that connects with its first command. */
    public static RedissonClient lazy(String address) {
        return Redisson.create(config(address).setLazyInitialization(true));
    }

    private static Config config(String address) {
        Config config = new Config();
        config.setThreads(2).setNettyThreads(2);
        config.useSingleServer()
                .setAddress(address)
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(8)
                .setTimeout(2_000)
                .setRetryAttempts(0);
        return config;
    }
}
