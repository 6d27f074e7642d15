package dev.idem.benchmark.report;

import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.scenario.Size;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What the project has set itself. */
final class Bounds {

    private static final double MICROS_PER_MILLI = 1_000;

    private Bounds() {}

    static List<Bound> all() {
        return List.of(
                new Bound(
                        "local hit, proxy, 200 B, same object: against `@Cacheable`",
                        0.33,
                        0.25,
                        results -> same(results, Peer.IDEM_PROXY),
                        Bounds::proxyFloor),
                new Bound(
                        "local hit, proxy, 8 KB afresh, net: against `@Cacheable`",
                        0.08,
                        0.7,
                        results -> fresh(results, Size.LARGE, Peer.CACHEABLE),
                        results -> OptionalDouble.empty()),
                new Bound(
                        "local hit, proxy, 200 B afresh, net: against JetCache",
                        0.15,
                        0.2,
                        results -> fresh(results, Size.SMALL, Peer.JETCACHE),
                        results -> OptionalDouble.empty()),
                new Bound(
                        "local hit, woven, 200 B, same object: against `@Cacheable`",
                        0.22,
                        0.13,
                        results -> same(results, Peer.IDEM_WOVEN),
                        results -> same(results, Peer.WOVEN_FLOOR)),
                new Bound(
                        "memory of a local hit, proxy, bytes",
                        120,
                        120,
                        allocated(Peer.IDEM_PROXY),
                        allocated(Peer.PROXY_FLOOR)),
                Bound.of("memory of a local hit, woven, bytes", 24, allocated(Peer.IDEM_WOVEN)),
                remote("remote hit: against a plain GET of the same bytes", 1.25, "hit against PLAIN_GET"),
                Bound.of(
                        "two threads, proxy, 200 B, same object: a hit takes as many times as long as on one",
                        2,
                        results -> slowdown(results, Peer.IDEM_PROXY)),
                Bound.of("two threads, woven: the same", 2, results -> slowdown(results, Peer.IDEM_WOVEN)),
                Bound.of("remote hit: commands", 1, results -> remote(results, "hit", "commands")),
                remote("first call: against the `RLock` recipe", 0.45, "first call against LOCK_RECIPE"),
                remote("first call: against JetCache, protected", 0.75, "first call against REMOTE_JETCACHE"),
                Bound.of("first call: commands", 2, results -> remote(results, "first call", "commands")),
                new Bound(
                        "last of 64 threads of another process, round trips (plain GETs) after completion",
                        3,
                        3,
                        results -> roundTrips(results, Peer.IDEM_REDIS.name()),
                        results -> roundTrips(results, RemoteSection.PLAIN_WAKE)),
                Bound.of(
                        "10,000 asynchronous duplicates: threads that wait",
                        0,
                        results -> async(results, "platform threads", "threads")),
                Bound.of("10,000 asynchronous duplicates: runs", 1, results -> async(results, "runs", "runs")),
                Bound.of(
                        "a completed record in Redis: `MEMORY USAGE` above key and payload, bytes",
                        200,
                        results -> results.value(
                                "growth", Peer.IDEM_REDIS.name(), "MEMORY USAGE above key and payload", "B")));
    }

    /** How many plain GETs the last of many waiting threads waits after the first caller has its answer. */
    static OptionalDouble roundTrips(Results results, String subject) {
        return Results.both(
                results.value(RemoteSection.SUITE, subject, "last of 64 after the owner's answer", "ms"),
                results.value(RemoteSection.SUITE, RemoteSection.PLAIN_GET, "hit", "µs"),
                (millis, micros) -> millis * MICROS_PER_MILLI / micros);
    }

    private static OptionalDouble same(Results results, Peer peer) {
        LocalFigures local = new LocalFigures(results);
        return quotient(local.same(peer, Size.SMALL, "ns"), local.same(Peer.CACHEABLE, Size.SMALL, "ns"));
    }

    private static OptionalDouble fresh(Results results, Size size, Peer other) {
        LocalFigures local = new LocalFigures(results);
        return quotient(local.freshNet(Peer.IDEM_PROXY, size, "ns"), local.freshNet(other, size, "ns"));
    }

    /** A proxy and one look-up, with nothing in between. */
    private static OptionalDouble proxyFloor(Results results) {
        return Results.both(same(results, Peer.PROXY_FLOOR), same(results, Peer.CAFFEINE_READY), Double::sum);
    }

    /** In whole bytes: a profiler's own share is a fraction of one. */
    private static Function<Results, OptionalDouble> allocated(Peer peer) {
        return results -> new LocalFigures(results)
                .same(peer, Size.SMALL, "B").stream().map(Math::rint).findFirst();
    }

    /** Above the number of threads, more of them get less done. */
    private static OptionalDouble slowdown(Results results, Peer peer) {
        LocalFigures local = new LocalFigures(results);
        return quotient(local.onTwoThreads(peer), local.same(peer, Size.SMALL, "ns"));
    }

    /** A ratio, whose floor is that of the store alone. */
    private static Bound remote(String what, double most, String measure) {
        return new Bound(
                what,
                most,
                most,
                results -> remote(results, measure, "ratio"),
                results -> results.value(RemoteSection.SUITE, RemoteSection.PLAIN_CLAIM, measure, "ratio"));
    }

    private static OptionalDouble remote(Results results, String measure, String unit) {
        return results.value(RemoteSection.SUITE, Peer.IDEM_REDIS.name(), measure, unit);
    }

    private static OptionalDouble async(Results results, String measure, String unit) {
        return results.value("growth", "ASYNC", measure + " with 10000 duplicates", unit);
    }

    private static OptionalDouble quotient(OptionalDouble value, OptionalDouble reference) {
        return Results.both(value, reference, (mine, other) -> mine / other);
    }
}
