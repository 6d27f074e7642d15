package dev.idem.store.model;

import dev.idem.store.model.Flight.Phase;
import dev.idem.store.model.Reply.Word;
import dev.idem.store.model.Verb.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that may happen next: by the network, by time, by hand. What a flight does is in {@link FlightMoves}. */
final class Moves {

    private static final Kind[] KINDS = Kind.values();
    private static final Map<Kind, Map<Word, String>> NAMES =
            new EnumMap<>(Stream.of(KINDS).collect(Collectors.toMap(Function.identity(), Moves::names)));

    private final Scenario scenario;
    private final Table table;
    private final FlightMoves flightMoves;

    Moves(Scenario scenario) {
        this.scenario = scenario;
        this.table = new Table(scenario.flaws());
        this.flightMoves = new FlightMoves(scenario);
    }

    List<Move> from(World world) {
        List<Move> moves = new ArrayList<>();
        if (world.now() < scenario.ticks()) {
            moves.add(new Move("a tick passes", Entry.NONE, world.tick()));
        }
        if (world.evictions() > 0) {
            moves.add(new Move("the record is evicted", Entry.NONE, evict(world)));
        }
        for (Flight flight : world.flights()) {
            deliverAll(world, flight, moves);
            news(world, flight, moves);
            flightMoves.add(world, flight, moves);
        }
        return moves;
    }

    private World evict(World world) {
        Table.Effect effect = table.apply(world.entry(), Verb.evict(), world.now());
        return world.after(effect, world.ledger()).evicted(scenario.copies());
    }

    private void deliverAll(World world, Flight flight, List<Move> moves) {
        for (int i = 0; i < flight.attempts().size(); i++) {
            for (Kind kind : KINDS) {
                if (flight.attempts().get(i).hasSent(kind)) {
                    deliver(world, flight, i, kind, moves);
                }
            }
        }
    }

    private void deliver(World world, Flight flight, int index, Kind kind, List<Move> moves) {
        Attempt attempt = flight.attempts().get(index);
        Verb verb = flight.verb(kind, index, scenario.has(Flaw.FLIGHT_USES_ITS_TOKEN_AGAIN));
        Table.Effect effect = table.apply(world.entry(), verb, world.now());
        Promises.keepsItsLease(world, flight, index, kind, effect.reply());
        Ledger ledger = world.ledger().note(verb, effect.reply(), world.now(), attempt.evicted());

        Attempt left = scenario.doubled() ? attempt : attempt.delivered(kind);
        boolean recorded = effect.reply().is(Word.RECORDED);
        World next = world.after(effect, ledger);
        Flight arrived = next.flight(flight.id()).with(index, recorded ? left.resolved() : left);
        if (!scenario.doubled() || !effect.entry().equals(world.entry()) || recorded) {
            moves.add(new Move(name(kind, Word.SILENCE), flight.id(), next.with(arrived)));
        }
        if (index == flight.last()) {
            answer(next, arrived, kind, effect.reply(), moves);
        }
    }

    private static void answer(World world, Flight flight, Kind kind, Reply reply, List<Move> moves) {
        if (flight.awaits(kind)) {
            Flight told = flight.with(flight.mail().answered(reply));
            moves.add(new Move(name(kind, reply.word()), flight.id(), world.with(told)));
        } else if (kind == Kind.RENEW && flight.is(Phase.RUNNING)) {
            Flight told = flight.with(flight.lease().renewed(reply.is(Word.DONE)));
            moves.add(new Move(name(kind, reply.word()), flight.id(), world.with(told)));
        }
    }

    private static Map<Word, String> names(Kind kind) {
        return new EnumMap<>(Stream.of(Word.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        word -> kind + (word == Word.SILENCE ? " arrives" : " is answered: " + word))));
    }

    private static String name(Kind kind, Word answer) {
        return NAMES.get(kind).get(answer);
    }

    /** News that never arrives is news that stays underway. */
    private static void news(World world, Flight flight, List<Move> moves) {
        if (flight.mail().underway()) {
            Flight woken = flight.with(flight.mail().wake());
            moves.add(new Move("a wake-up arrives", flight.id(), world.with(woken)));
        }
        if (flight.copies().underway()) {
            Flight told = flight.with(flight.copies().heard());
            moves.add(new Move("the news of the eviction arrives", flight.id(), world.with(told)));
        }
    }
}
