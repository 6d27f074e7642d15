package dev.idem.spring.redisson;

import dev.idem.spring.IdempotencyProperties;
import dev.idem.spring.IdempotencySetupException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ResourceUtils;

/** Makes our own clients, none of which waits for Redis, and shuts them down with the application. */
final class Connections implements AutoCloseable {

    private final Duration timeout;
    private final ResourceLoader resources;
    private final List<RedissonClient> own = new ArrayList<>();

    Connections(IdempotencyProperties.Redis settings, ResourceLoader resources) {
        this.timeout = settings.timeout();
        this.resources = resources;
    }

    /** The bound of every command. */
    Duration timeout() {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IdempotencySetupException(
                    "idem.redis.timeout is not positive.", "Set it to a positive duration, such as 2s.");
        }
        return timeout;
    }

    /** A client for these servers. */
    RedissonClient to(RedisLocation location, Duration bound) {
        return create(LeanConfig.of(location, bound));
    }

    /** A client as a Redisson YAML file describes it, except that it does not wait for Redis. */
    RedissonClient fromYaml(String place) {
        try (InputStream yaml = resource(place).getInputStream()) {
            return create(Config.fromYAML(yaml).setLazyInitialization(true));
        } catch (IOException | IllegalArgumentException e) {
            throw new IdempotencySetupException(
                    "'" + place + "' in idem.redis.config cannot be read as a Redisson configuration: "
                            + e.getMessage(),
                    "Name a file, or a resource as in classpath:redisson.yaml, that holds Redisson's YAML format.",
                    e);
        }
    }

    private Resource resource(String place) {
        return ResourceUtils.isUrl(place) ? resources.getResource(place) : new FileSystemResource(place);
    }

    private RedissonClient create(Config config) {
        RedissonClient client = Redisson.create(config);
        own.add(client);
        return client;
    }

    @Override
    public void close() {
        own.forEach(RedissonClient::shutdown);
    }
}
