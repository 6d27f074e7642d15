package dev.idem.store.model;

import dev.idem.store.model.Flight.Phase;
import dev.idem.store.model.Reply.Word;
import dev.idem.store.model.Verb.Kind;
import java.util.List;
import java.util.Set;

/** What a flight may do next: the engine's side of the protocol. */
final class FlightMoves {

    private final Scenario scenario;
    private final Table table = new Table(Set.of());

    FlightMoves(Scenario scenario) {
        this.scenario = scenario;
    }

    void add(World world, Flight flight, List<Move> moves) {
        switch (flight.phase()) {
            case IDLE -> call(world, flight, moves);
            case CLAIMING -> claiming(world, flight, moves);
            case WAITING -> waiting(world, flight, moves);
            case STARTING -> starting(world, flight, moves);
            case RUNNING -> running(world, flight, moves);
            case COMPLETING -> completing(world, flight, moves);
        }
    }

    private void call(World world, Flight flight, List<Move> moves) {
        if (flight.copies().token() == Entry.NONE) {
            claim(world, flight, moves);
        } else {
            Promises.copyIsRecorded(world, flight);
        }
    }

    private void claim(World world, Flight flight, List<Move> moves) {
        boolean inOrder = flight.id() == 0
                || !scenario.alike()
                || !world.flight(flight.id() - 1).attempts().isEmpty();
        if (inOrder && flight.attempts().size() < scenario.attempts().get(flight.id())) {
            add(moves, "claims", world, flight.claiming(Lease.asked(askedAt(world))));
        }
    }

    private void claiming(World world, Flight flight, List<Move> moves) {
        add(moves, "gives its claim up", world, flight.sending(Kind.WITHDRAW).idle());
        Reply reply = flight.mail().reply();
        switch (reply.word()) {
            case SILENCE -> {}
            case GRANTED -> granted(world, flight, reply, moves);
            case HELD -> {
                boolean forgetful = scenario.has(Flaw.FLIGHT_FORGETS_AN_EARLY_WAKE_UP);
                Mail mail = flight.mail().waiting(world.now() + reply.rest(), forgetful);
                add(moves, "waits", world, flight.in(Phase.WAITING).with(mail));
            }
            case COMPLETED -> add(moves, "replays", world, filled(flight, reply.number(), reply.rest(), world.now()));
            default -> add(moves, "is refused", world, flight.idle());
        }
    }

    private void granted(World world, Flight flight, Reply reply, List<Move> moves) {
        boolean early = scenario.has(Flaw.FLIGHT_COUNTS_ITS_RUN_FROM_THE_CLAIM);
        Flight owner = flight.with(
                        flight.present().granted(reply.number(), flight.mail().old()))
                .with(flight.lease().granted(early ? Time.tick(reply.number()) - 1 : world.now()));
        if (scenario.rejects()) {
            Flight starting = owner.sending(Kind.START).with(owner.lease().renew());
            add(moves, "sends its start", world, starting.in(Phase.STARTING));
        } else {
            begin(world, owner, moves);
        }
    }

    private void begin(World world, Flight flight, List<Move> moves) {
        if (flight.lease().holds() || scenario.has(Flaw.FLIGHT_BEGINS_ON_AN_OLD_LEASE)) {
            Promises.mayBegin(world, flight);
            Attempt run = scenario.rejects() ? flight.present().begin() : flight.present();
            add(moves, "runs", world, flight.with(run).in(Phase.RUNNING).with(Mail.EMPTY));
        } else {
            add(
                    moves,
                    "releases an old lease",
                    world,
                    flight.sending(Kind.RELEASE).idle());
        }
    }

    private void waiting(World world, Flight flight, List<Move> moves) {
        if (flight.mail().woken()) {
            claim(world, flight, moves);
        }
        Reply seen = table.find(world.entry(), flight.content(), world.now());
        if (seen.is(Word.COMPLETED)) {
            world.ledger().shown(seen.number(), flight.content(), world.now());
        }
        add(moves, "waits no longer", world, flight.idle());
    }

    private void starting(World world, Flight flight, List<Move> moves) {
        add(moves, "gives its start up", world, flight.sending(Kind.RELEASE).idle());
        Reply reply = flight.mail().reply();
        if (reply.is(Word.DONE)) {
            begin(world, flight.with(flight.lease().renewed(true)), moves);
        } else if (reply.is(Word.LOST)) {
            add(moves, "has lost its claim", world, flight.idle());
        }
    }

    private void running(World world, Flight flight, List<Move> moves) {
        renew(world, flight, moves);
        Attempt run = flight.present();
        int end = Time.tick(run.grant()) + world.now() - flight.lease().asked() + Time.TTL;
        Flight returned = flight.with(run.completing(end))
                .with(new Lease(askedAt(world), false, false))
                .with(flight.copies().begin());
        add(moves, "returns", world, returned.in(Phase.COMPLETING));
        Flight failed = flight.with(run.resolved().sending(Kind.RELEASE));
        add(moves, "fails", world, failed.idle());
    }

    private static void renew(World world, Flight flight, List<Move> moves) {
        boolean relies = flight.is(Phase.RUNNING);
        if (!flight.present().hasSent(Kind.RENEW) || (relies && !flight.lease().renewing())) {
            Flight renewing = flight.sending(Kind.RENEW);
            add(moves, "renews", world, relies ? renewing.with(flight.lease().renew()) : renewing);
        }
    }

    private void completing(World world, Flight flight, List<Move> moves) {
        renew(world, flight, moves);
        Reply reply = flight.mail().reply();
        switch (reply.word()) {
            case SILENCE -> {}
            case RECORDED -> {
                int mine = flight.token(flight.last(), scenario.has(Flaw.FLIGHT_USES_ITS_TOKEN_AGAIN));
                add(moves, "is recorded", world, filled(flight, mine, reply.rest(), world.now()));
            }
            case SUPERSEDED ->
                add(moves, "is superseded", world, filled(flight, reply.number(), reply.rest(), world.now()));
            default ->
                add(
                        moves,
                        "keeps its result",
                        world,
                        flight.resolved(flight.last()).sending(Kind.RELEASE).idle());
        }
    }

    private Flight filled(Flight flight, int outcome, int rest, int now) {
        if (!scenario.copies()) {
            return flight.idle();
        }
        int from = scenario.has(Flaw.FILL_COUNTS_FROM_THE_REPLY)
                ? now
                : flight.lease().asked();
        Copies copies = flight.copies().fill(outcome, from + rest, scenario.has(Flaw.FILL_IGNORES_THE_EPOCH));
        return flight.with(copies.at(now)).idle();
    }

    /** Without copies nobody asks. */
    private int askedAt(World world) {
        return scenario.copies() ? world.now() : 0;
    }

    private static void add(List<Move> moves, String name, World world, Flight flight) {
        moves.add(new Move(name, flight.id(), world.with(flight)));
    }
}
