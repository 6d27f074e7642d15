package dev.idem.spring.redisson;

import dev.idem.spring.IdempotencyProperties;
import dev.idem.spring.SharedStoreSource;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.redisson.RedissonStore;
import java.time.Duration;
import java.util.Optional;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Finds Redis: by {@code idem.redis.*}, else a client that the application has, else by {@code spring.data.redis.*}.
 */
final class RedissonStoreSource implements SharedStoreSource, AutoCloseable {

    private final IdempotencyProperties.Redis settings;
    private final Connections connections;
    private final ObjectProvider<RedissonClient> clients;
    private final SpringDataRedis springDataRedis;

    RedissonStoreSource(
            IdempotencyProperties.Redis settings,
            Connections connections,
            ObjectProvider<RedissonClient> clients,
            SpringDataRedis springDataRedis) {
        this.settings = settings;
        this.connections = connections;
        this.clients = clients;
        this.springDataRedis = springDataRedis;
    }

    @Override
    public boolean isConfigured() {
        return settings.config() != null
                || !settings.address().isEmpty()
                || clients.getIfAvailable() != null
                || springLocation().isPresent();
    }

    @Override
    public IdempotencyStore open(String application) {
        Duration timeout = connections.timeout();
        if (settings.config() != null) {
            return new RedissonStore(connections.fromYaml(settings.config()), application, timeout);
        } else if (!settings.address().isEmpty()) {
            return new RedissonStore(
                    connections.to(AddressProperties.location(settings), timeout), application, timeout);
        }
        RedissonClient client = clients.getIfAvailable();
        return client == null ? fromSpringData(application) : new RedissonStore(client, application, timeout);
    }

    @Override
    public void close() {
        connections.close();
    }

    private IdempotencyStore fromSpringData(String application) {
        RedisLocation location = springLocation().orElseThrow();
        Duration timeout = springDataRedis.timeoutWithin(connections.timeout());
        return new RedissonStore(connections.to(location, timeout), application, timeout);
    }

    private Optional<RedisLocation> springLocation() {
        return springDataRedis.location();
    }
}
