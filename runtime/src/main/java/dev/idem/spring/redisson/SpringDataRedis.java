package dev.idem.spring.redisson;

import dev.idem.spring.IdempotencySetupException;
import dev.idem.spring.redisson.RedisLocation.Cluster;
import dev.idem.spring.redisson.RedisLocation.Login;
import dev.idem.spring.redisson.RedisLocation.Sentinel;
import dev.idem.spring.redisson.RedisLocation.Single;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What an application may have set under {@code spring.data.redis}, which moved between versions of Spring Boot. */
record SpringDataRedis(
        @Nullable String host,
        @DefaultValue("6379") int port,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("0") int database,
        @DefaultValue Ssl ssl,
        @Nullable SentinelNodes sentinel,
        @Nullable ClusterNodes cluster,
        @Nullable Duration timeout) {

    private static final String PREFIX = "spring.data.redis.";

    /** Of an application that does not use Spring Boot. */
    static SpringDataRedis none() {
        return new SpringDataRedis(null, 0, null, null, null, 0, new Ssl(false, null), null, null, null);
    }

    /**
     * Where Redis is; empty if nothing says so.
     *
     * @throws IdempotencySetupException if it wants what is not read here
     */
    Optional<RedisLocation> location() {
        Optional<RedisLocation> found = find();
        if (found.isPresent() && ssl.bundle() != null) {
            throw new IdempotencySetupException(
                    PREFIX + "ssl.bundle is set, which Idem does not read: it would connect without the bundle's keys"
                            + " and certificates.",
                    "Define a RedissonClient bean, name a Redisson YAML file in idem.redis.config, or set"
                            + " idem.redis.address=rediss://… and let the JVM trust the server.");
        }
        return found;
    }

    /** In Spring's own order: Sentinel, cluster, URL, host. */
    private Optional<RedisLocation> find() {
        Login login = new Login(username, password);
        if (sentinel != null) {
            return Optional.of(sentinel(sentinel, login));
        } else if (cluster != null) {
            return Optional.of(new Cluster(servers("cluster.nodes", cluster.nodes()), login));
        } else if (url != null) {
            RedisAddress address = RedisAddress.parse(PREFIX + "url", url);
            return Optional.of(new Single(
                    address.server(), database(address), address.login().or(login)));
        } else if (host != null) {
            return Optional.of(new Single(server("host", host + ":" + port), database, login));
        }
        return Optional.empty();
    }

    /** Spring's time-out where one is set, but at most the bound. */
    Duration timeoutWithin(Duration bound) {
        return timeout == null || timeout.compareTo(bound) > 0 ? bound : timeout;
    }

    private Sentinel sentinel(SentinelNodes nodes, Login login) {
        return new Sentinel(
                servers("sentinel.nodes", nodes.nodes()),
                nodes.master(),
                database,
                login,
                new Login(nodes.username(), nodes.password()));
    }

    private int database(RedisAddress address) {
        return address.database() == 0 ? database : address.database();
    }

    private List<String> servers(String property, List<String> nodes) {
        return nodes.stream().map(node -> server(property, node)).toList();
    }

    private String server(String property, String node) {
        String scheme = ssl.enabled() ? "rediss://" : "redis://";
        return RedisAddress.parse(PREFIX + property, scheme + node).server();
    }

    record Ssl(
            @DefaultValue("false") boolean enabled,
            @Nullable String bundle) {}

    record SentinelNodes(
            String master,
            @DefaultValue List<String> nodes,
            @Nullable String username,
            @Nullable String password) {}

    record ClusterNodes(@DefaultValue List<String> nodes) {}
}
