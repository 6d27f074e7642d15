package dev.idem.benchmark.peer;

import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** Clients for the peers: as few threads and connections as the project gives its own. */
public final class RedisClients {

    private static final int THREADS = 2;

    private RedisClients() {}

    /** A client that is connected. */
    public static RedissonClient connect(String address) {
        Config config = new Config();
        config.setThreads(THREADS).setNettyThreads(THREADS);
        config.useSingleServer()
                .setAddress(address)
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(16)
                .setSubscriptionConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionPoolSize(50);
        return Redisson.create(config);
    }
}
