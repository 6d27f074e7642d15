package dev.idem.benchmark.growth;

import dev.idem.benchmark.peer.OpenPeer;
import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.peer.RedisClients;
import dev.idem.benchmark.scenario.Prompts;
import java.util.Map;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.KeysScanOptions;
import org.redisson.api.redisnode.RedisNode;
import org.redisson.api.redisnode.RedisNodes;

/** A Redis server seen from both sides: through guarded methods, and as it is. */
final class Server implements AutoCloseable {

    private static final String RECORDS = "idem:*";

    private final OpenPeer ours;
    private final RedissonClient client;

    Server(String redis) {
        this.ours = Peer.IDEM_REDIS.open(redis);
        this.client = RedisClients.connect(redis);
    }

    Prompts prompts() {
        return ours.prompts();
    }

    RedissonClient client() {
        return client;
    }

    /** Forgets everything. */
    void empty() {
        client.getKeys().flushall();
    }

    /** The keys of up to so many records. */
    Iterable<String> records(int limit) {
        return client.getKeys()
                .getKeys(KeysScanOptions.defaults().pattern(RECORDS).limit(limit));
    }

    /** A number that the server tells about itself. */
    double info(RedisNode.InfoSection section, String name) {
        Map<String, String> lines =
                client.getRedisNodes(RedisNodes.SINGLE).getInstance().info(section);
        return Double.parseDouble(lines.get(name));
    }

    @Override
    public void close() {
        client.shutdown();
        ours.close();
    }
}
