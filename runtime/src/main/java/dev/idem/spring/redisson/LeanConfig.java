package dev.idem.spring.redisson;

import dev.idem.spring.redisson.RedisLocation.Login;
import java.time.Duration;
import org.redisson.config.BaseConfig;
import org.redisson.config.BaseMasterSlaveServersConfig;
import org.redisson.config.Config;
import org.redisson.config.SentinelServersConfig;
import org.redisson.config.SingleServerConfig;

/** A client configuration for the few small commands of this library: little memory, bounded time, no retries. */
final class LeanConfig {

    private static final int THREADS = 2;
    private static final int MOST_CONNECTIONS = 16;

    private LeanConfig() {}

    /** Redisson connects when it is first used, so that the application starts without Redis. */
    static Config of(RedisLocation location, Duration timeout) {
        Config config = new Config();
        config.setThreads(THREADS).setNettyThreads(THREADS).setLazyInitialization(true);
        if (location instanceof RedisLocation.Single single) {
            useSingle(config, single, timeout);
        } else if (location instanceof RedisLocation.Sentinel sentinel) {
            useSentinel(config, sentinel, timeout);
        } else if (location instanceof RedisLocation.Cluster cluster) {
            config.useClusterServers().setNodeAddresses(cluster.addresses());
            common(few(config.useClusterServers()), cluster.login(), timeout);
        }
        return config;
    }

    private static void useSingle(Config config, RedisLocation.Single single, Duration timeout) {
        SingleServerConfig server = config.useSingleServer()
                .setAddress(single.address())
                .setDatabase(single.database())
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(MOST_CONNECTIONS)
                .setSubscriptionConnectionPoolSize(1);
        common(server, single.login(), timeout);
    }

    private static void useSentinel(Config config, RedisLocation.Sentinel sentinel, Duration timeout) {
        SentinelServersConfig servers = config.useSentinelServers()
                .setMasterName(sentinel.master())
                .setDatabase(sentinel.database())
                .setSentinelUsername(sentinel.sentinelLogin().username())
                .setSentinelPassword(sentinel.sentinelLogin().password());
        servers.setSentinelAddresses(sentinel.addresses());
        common(few(servers), sentinel.login(), timeout);
    }

    private static <T extends BaseMasterSlaveServersConfig<T>> T few(T servers) {
        return servers.setMasterConnectionMinimumIdleSize(1)
                .setMasterConnectionPoolSize(MOST_CONNECTIONS)
                .setSlaveConnectionMinimumIdleSize(1)
                .setSlaveConnectionPoolSize(MOST_CONNECTIONS);
    }

    @SuppressWarnings("deprecation") // The place for name and password that Redisson 3 and 4 both know.
    private static void common(BaseConfig<?> servers, Login login, Duration timeout) {
        int millis = Math.toIntExact(timeout.toMillis());
        servers.setTimeout(millis);
        servers.setConnectTimeout(millis);
        servers.setSubscriptionTimeout(millis);
        servers.setRetryAttempts(0);
        servers.setClientName("idem");
        if (login.password() != null) {
            servers.setUsername(login.username());
            servers.setPassword(login.password());
        }
    }
}
