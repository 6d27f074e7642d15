package dev.idem.store.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A state of everything.
 *
 * @param evictions how many may still come
 */
record World(int now, Entry entry, List<Flight> flights, Ledger ledger, int evictions) {

    static World of(Scenario scenario) {
        List<Flight> flights = IntStream.range(0, scenario.contents().size())
                .mapToObj(id -> Flight.idle(id, scenario.contents().get(id)))
                .toList();
        return new World(0, Entry.ABSENT, flights, Ledger.EMPTY, scenario.evictions());
    }

    Flight flight(int id) {
        return flights.get(id);
    }

    World with(Flight flight) {
        List<Flight> others = new ArrayList<>(flights);
        others.set(flight.id(), flight);
        return new World(now, entry, List.copyOf(others), ledger, evictions);
    }

    /** A command has been carried out, and wake-ups are on their way. */
    World after(Table.Effect effect, Ledger written) {
        World next = new World(now, effect.entry(), flights, written, evictions);
        return effect.told() == 0 ? next : next.each(flight -> told(flight, effect.told()));
    }

    private static Flight told(Flight flight, int bits) {
        boolean listens = flight.is(Flight.Phase.CLAIMING) || flight.is(Flight.Phase.WAITING);
        return listens && (bits & flight.bit()) != 0 ? flight.with(flight.mail().told()) : flight;
    }

    World evicted(boolean keepsCopies) {
        World marked = each(flight -> flight.evicted(keepsCopies));
        return new World(now, marked.entry, marked.flights, ledger.evicted(now), evictions - 1);
    }

    World tick() {
        int next = now + 1;
        boolean forgotten = entry.at(next).equals(Entry.ABSENT) && entry.state() == Entry.State.CLAIMED;
        World later = each(flight -> (forgotten ? flight.forgotten(entry) : flight).tick(next, entry));
        return new World(next, entry.at(next), later.flights, ledger.at(next), evictions);
    }

    private World each(UnaryOperator<Flight> change) {
        return new World(now, entry, flights.stream().map(change).toList(), ledger, evictions);
    }
}
