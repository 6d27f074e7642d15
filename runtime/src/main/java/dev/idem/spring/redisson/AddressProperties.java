package dev.idem.spring.redisson;

import dev.idem.spring.IdempotencyProperties;
import dev.idem.spring.redisson.RedisLocation.Cluster;
import dev.idem.spring.redisson.RedisLocation.Sentinel;
import dev.idem.spring.redisson.RedisLocation.Single;
import java.util.List;

/** Reads {@code idem.redis.address} and {@code idem.redis.sentinel-master}. */
final class AddressProperties {

    private AddressProperties() {}

    /**
     * One address is a single server; several are a cluster, or Sentinels where a master is named.
     *
     * @throws dev.idem.spring.IdempotencySetupException if one is malformed
     */
    static RedisLocation location(IdempotencyProperties.Redis settings) {
        List<RedisAddress> addresses = settings.address().stream()
                .map(text -> RedisAddress.parse("idem.redis.address", text.trim()))
                .toList();
        RedisAddress first = addresses.get(0);
        List<String> servers = addresses.stream().map(RedisAddress::server).toList();
        if (settings.sentinelMaster() != null) {
            return new Sentinel(servers, settings.sentinelMaster(), first.database(), first.login(), first.login());
        }
        return servers.size() == 1
                ? new Single(first.server(), first.database(), first.login())
                : new Cluster(servers, first.login());
    }
}
