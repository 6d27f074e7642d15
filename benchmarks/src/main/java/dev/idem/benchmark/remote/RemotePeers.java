package dev.idem.benchmark.remote;

import dev.idem.benchmark.peer.OpenPeer;
import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.peer.RedisClients;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;
import dev.idem.benchmark.scenario.Size;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.KeysScanOptions;
import org.redisson.client.codec.ByteArrayCodec;

/** All contenders that ask Redis, in one process, and the plain command that none of them can beat. */
final class RemotePeers implements AutoCloseable {

    /** The names of the plain commands in figures. */
    static final String PLAIN_GET = "PLAIN_GET";

    static final String PLAIN_CLAIM = "PLAIN_CLAIM";
    static final String PLAIN_WAKE = "PLAIN_WAKE";

    private final Map<Peer, OpenPeer> open = new EnumMap<>(Peer.class);
    private final RedissonClient client;
    private final RBucket<byte[]> record;
    private final StoreClaim claim;
    private long seed;

    RemotePeers(String redis) {
        all().forEach(peer -> open.put(peer, opened(peer, redis)));
        client = RedisClients.connect(redis);
        record = client.getBucket(keyOfOurs(), ByteArrayCodec.INSTANCE);
        claim = new StoreClaim(client);
    }

    /** After it has answered, and remembered its answer. */
    private static OpenPeer opened(Peer peer, String redis) {
        Model model = new Model();
        OpenPeer open = peer.open(redis, model);
        open.prompts().answer(known());
        open.prompts().answer(known());
        if (model.runs() != 1) {
            throw new IllegalStateException(peer + " does not remember its answer.");
        }
        return open;
    }

    static List<Peer> all() {
        return Arrays.stream(Peer.values())
                .filter(peer -> peer.role() == Peer.Role.REMOTE)
                .toList();
    }

    /** A request whose answer is there. */
    static PromptRequest known() {
        return Size.SMALL.request();
    }

    Prompts prompts(Peer peer) {
        return Objects.requireNonNull(open.get(peer), peer.name()).prompts();
    }

    /** A request that nobody has sent before. */
    PromptRequest unknown() {
        return known().withSeed(++seed + known().seed());
    }

    /** Reads what this project has recorded for {@link #known()}: the same bytes, and nothing else is done. */
    void plainGet() {
        if (record.get() == null) {
            throw new IllegalStateException("The record is gone.");
        }
    }

    /** This project's store alone: nothing is fingerprinted, encoded or decoded. */
    StoreClaim plainClaim() {
        return claim;
    }

    private String keyOfOurs() {
        return client.getKeys()
                .getKeys(KeysScanOptions.defaults().pattern("idem:*"))
                .iterator()
                .next();
    }

    @Override
    public void close() {
        claim.close();
        client.shutdown();
        open.values().forEach(OpenPeer::close);
    }
}
