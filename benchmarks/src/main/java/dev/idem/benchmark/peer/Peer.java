package dev.idem.benchmark.peer;

import dev.idem.benchmark.peer.woven.FloorPrompts;
import dev.idem.benchmark.peer.woven.WovenPrompts;
import dev.idem.spring.IdempotencyAutoConfiguration;
import java.util.function.Function;
import org.redisson.api.RedissonClient;

/** Who is measured. Tables and charts have them in this order. */
public enum Peer {
    IDEM_PROXY("Idem, Spring proxy", Role.LOCAL),
    IDEM_WOVEN("Idem, woven", Role.LOCAL),
    IDEM_TIERED("Idem, Spring proxy, local tier of Redis", Role.LOCAL),
    CACHEABLE("`@Cacheable(sync = true)` + Caffeine", Role.LOCAL),
    CACHEABLE_DIGEST("the same, key of JSON and SHA-256", Role.LOCAL),
    JETCACHE("JetCache `@Cached` local", Role.LOCAL),
    JDEMPOTENT("Jdempotent, in memory", Role.LOCAL),
    LOCAL_CACHED_MAP("Redisson `RLocalCachedMap`, by hand", Role.LOCAL),
    CAFFEINE_RECORD("Caffeine by hand, the record as key", Role.LOCAL),
    CAFFEINE_DIGEST("Caffeine by hand, SHA-256 of the components", Role.LOCAL),

    CAFFEINE_READY("Caffeine by hand, key made before", Role.FLOOR),
    WOVEN_FLOOR("woven advice, Caffeine, key made before", Role.FLOOR),
    PROXY_FLOOR("proxy alone", Role.FLOOR),
    ASPECT_FLOOR("`@Aspect` bean of Spring, idle", Role.FLOOR),

    IDEM_REDIS("Idem, Spring proxy, Redis", Role.REMOTE),
    LOCK_RECIPE("`RLock` recipe, by hand", Role.REMOTE),
    REDISSON_CACHE("`@Cacheable(sync = true)` + Redisson", Role.REMOTE),
    REMOTE_JETCACHE("JetCache `@Cached` remote, protected", Role.REMOTE);

    private final String label;
    private final Role role;

    Peer(String label, Role role) {
        this.label = label;
        this.role = role;
    }

    /** As tables write it. */
    public String label() {
        return label;
    }

    /** Where its answers come from. */
    public Role role() {
        return role;
    }

    /**
     * Makes it ready.
     *
     * @param redis the address of a server, for those that need one
     */
    public OpenPeer open(String redis) {
        return switch (this) {
            case IDEM_PROXY -> idem("idem.store=local");
            case IDEM_TIERED -> idem("idem.store=tiered", "idem.redis.address=" + redis);
            case IDEM_REDIS -> idem("idem.store=redis", "idem.redis.address=" + redis);
            case IDEM_WOVEN ->
                SpringPeer.of(IdempotencyAutoConfiguration.class, WovenPrompts.class)
                        .open("idem.store=local", "idem.mode=aspectj");
            case CACHEABLE -> SpringPeer.of(SpringCaching.class, CacheablePrompts.class).open();
            case CACHEABLE_DIGEST -> SpringPeer.of(SpringCaching.class, HashedCacheablePrompts.class).open();
            case JETCACHE -> SpringPeer.of(JetCaching.class, JetCachePrompts.class).open();
            case JDEMPOTENT -> SpringPeer.of(Jdempotence.class, JdempotentPrompts.class).open();
            case LOCAL_CACHED_MAP -> byHand(redis, LocalMapPrompts::new);
            case CAFFEINE_RECORD -> OpenPeer.of(new CaffeinePrompts(request -> request));
            case CAFFEINE_DIGEST -> OpenPeer.of(new CaffeinePrompts(Digests::ofComponents));
            case CAFFEINE_READY -> OpenPeer.of(new CaffeinePrompts(request -> "ready"));
            case WOVEN_FLOOR -> OpenPeer.of(new FloorPrompts());
            case PROXY_FLOOR -> OpenPeer.of(ProxyAlone.make());
            case ASPECT_FLOOR -> SpringPeer.of(IdleAdvice.class, KnownPrompts.class).open();
            case LOCK_RECIPE -> byHand(redis, LockRecipePrompts::new);
            case REDISSON_CACHE ->
                SpringPeer.of(RedissonCaching.class, HashedCacheablePrompts.class).open("peer.redis=" + redis);
            case REMOTE_JETCACHE ->
                SpringPeer.of(RemoteJetCaching.class, RemoteJetCachePrompts.class).open("peer.redis=" + redis);
        };
    }

    private static OpenPeer idem(String... properties) {
        return SpringPeer.of(IdempotencyAutoConfiguration.class, GuardedPrompts.class).open(properties);
    }

    private static OpenPeer byHand(String redis, Function<RedissonClient, Remembering> peer) {
        RedissonClient client = RedisClients.connect(redis);
        return new OpenPeer(peer.apply(client), client::shutdown);
    }

    /** Where answers come from. */
    public enum Role {
        /** This process. */
        LOCAL,
        /** This process, and nothing is compared: what a part of the way costs. */
        FLOOR,
        /** Redis. */
        REMOTE
    }
}
