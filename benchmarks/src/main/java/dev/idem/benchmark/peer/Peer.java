package dev.idem.benchmark.peer;

import dev.idem.benchmark.peer.woven.FloorPrompts;
import dev.idem.benchmark.peer.woven.WovenPrompts;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.Prompts;
import dev.idem.spring.IdempotencyAutoConfiguration;
import java.util.function.BiFunction;
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
        return open(redis, new Model());
    }

    /** Makes it ready to guard these methods. */
    public OpenPeer open(String redis, Model model) {
        return switch (this) {
            case IDEM_PROXY -> idem(model, "idem.store=local");
            case IDEM_TIERED -> idem(model, "idem.store=tiered", "idem.redis.address=" + redis);
            case IDEM_REDIS -> idem(model, "idem.store=redis", "idem.redis.address=" + redis);
            case IDEM_WOVEN ->
                SpringPeer.of(IdempotencyAutoConfiguration.class, WovenPrompts.class)
                        .open(model, "idem.store=local", "idem.mode=aspectj");
            case CACHEABLE ->
                SpringPeer.of(SpringCaching.class, CacheablePrompts.class).open(model);
            case CACHEABLE_DIGEST ->
                SpringPeer.of(SpringCaching.class, HashedCacheablePrompts.class).open(model);
            case JETCACHE ->
                SpringPeer.of(JetCaching.class, JetCachePrompts.class).open(model);
            case JDEMPOTENT ->
                SpringPeer.of(Jdempotence.class, JdempotentPrompts.class).open(model);
            case LOCAL_CACHED_MAP -> byHand(redis, model, LocalMapMemory::guard);
            case CAFFEINE_RECORD -> OpenPeer.of(CaffeineMemory.guard(model, request -> request));
            case CAFFEINE_DIGEST -> OpenPeer.of(CaffeineMemory.guard(model, Digests::ofComponents));
            case CAFFEINE_READY -> OpenPeer.of(CaffeineMemory.guard(model, request -> "ready"));
            case WOVEN_FLOOR -> OpenPeer.of(new FloorPrompts(model));
            case PROXY_FLOOR -> OpenPeer.of(ProxyAlone.make());
            case ASPECT_FLOOR ->
                SpringPeer.of(IdleAdvice.class, KnownPrompts.class).open(model);
            case LOCK_RECIPE -> byHand(redis, model, LockRecipe::guard);
            case REDISSON_CACHE ->
                SpringPeer.of(RedissonCaching.class, HashedCacheablePrompts.class)
                        .open(model, "peer.redis=" + redis);
            case REMOTE_JETCACHE ->
                SpringPeer.of(RemoteJetCaching.class, RemoteJetCachePrompts.class)
                        .open(model, "peer.redis=" + redis);
        };
    }

    private static OpenPeer idem(Model model, String... properties) {
        return SpringPeer.of(IdempotencyAutoConfiguration.class, GuardedPrompts.class)
                .open(model, properties);
    }

    private static OpenPeer byHand(String redis, Model model, BiFunction<Model, RedissonClient, Prompts> peer) {
        RedissonClient client = RedisClients.connect(redis);
        return new OpenPeer(peer.apply(model, client), client::shutdown);
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
