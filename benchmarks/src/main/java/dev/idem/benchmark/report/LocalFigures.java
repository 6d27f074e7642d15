package dev.idem.benchmark.report;

import dev.idem.benchmark.peer.Peer;
import dev.idem.benchmark.scenario.Size;
import java.util.OptionalDouble;

/** The figures of the local suite, by what they mean. */
record LocalFigures(Results results) {

    static final String SUITE = "local";

    boolean isMeasured() {
        return results.suites().containsKey(SUITE);
    }

    OptionalDouble building(Size size, String unit) {
        return results.value(SUITE, "BUILDING", "build " + size.label(), unit);
    }

    OptionalDouble same(Peer peer, Size size, String unit) {
        return results.value(SUITE, peer.name(), "same " + size.label(), unit);
    }

    /** Without what building the request costs. */
    OptionalDouble freshNet(Peer peer, Size size, String unit) {
        return Results.both(
                results.value(SUITE, peer.name(), "fresh " + size.label(), unit),
                building(size, unit),
                (whole, building) -> whole - building);
    }

    OptionalDouble completion(Peer peer) {
        return results.value(SUITE, peer.name(), "completion " + Size.SMALL.label(), "ns");
    }

    OptionalDouble onTwoThreads(Peer peer) {
        return results.value(SUITE, peer.name(), "same " + Size.SMALL.label() + ", 2 threads", "ns");
    }

    /** Calls per second of two threads against those of one. */
    OptionalDouble scaling(Peer peer) {
        return Results.both(same(peer, Size.SMALL, "ns"), onTwoThreads(peer), (one, two) -> 2 * one / two);
    }
}
