package dev.idem.engine;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The flights of this process: at most one to each destination. */
final class Flights {

    private final ConcurrentMap<Flight.Destination, Flight> current = new ConcurrentHashMap<>();

    /** Begins a flight, unless there is one to its destination already, which is then returned. */
    Optional<Flight> begin(Flight mine) {
        return Optional.ofNullable(current.putIfAbsent(mine.destination(), mine));
    }

    /** Ends a flight. It is taken away before its followers hear of it, so that none can find it again. */
    void land(Flight flight, Landing landing) {
        remove(flight);
        flight.landing().complete(landing);
    }

    /** Gives an answer to all who follow, now and until the flight is removed. */
    void answerEarly(Flight flight, Landing.Answered answer) {
        flight.landing().complete(answer);
    }

    void remove(Flight flight) {
        current.remove(flight.destination(), flight);
    }
}
