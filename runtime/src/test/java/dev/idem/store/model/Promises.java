package dev.idem.store.model;

import dev.idem.store.model.Entry.State;
import dev.idem.store.model.Flight.Phase;
import dev.idem.store.model.Reply.Word;
import dev.idem.store.model.Verb.Kind;
import java.util.List;

/** What must hold in every state and at every step, beside what the {@link Ledger} says. */
final class Promises {

    private static final int STRANGER = 31;

    private final Table table;

    Promises(Scenario scenario) {
        this.table = new Table(scenario.flaws());
    }

    /** Holds in every state. */
    void check(World world) {
        long running = world.flights().stream()
                .filter(flight -> runsOnItsLease(flight))
                .count();
        BrokenPromise.unless(running <= 1, "G1: two runs, and the leases of both hold");
        if (world.entry().state() == State.CLAIMED) {
            becomesFree(world);
        }
        world.flights().forEach(flight -> isTold(world, flight));
    }

    /** Nobody begins beside a run whose lease holds, nor under {@code REJECT} after one whose end nobody knows; by hand apart. */
    static void mayBegin(World world, Flight beginner) {
        if (beginner.present().evicted()) {
            return;
        }
        for (Flight other : world.flights()) {
            boolean same = other.id() == beginner.id();
            BrokenPromise.unless(same || !runsOnItsLease(other), "G1: a run begins beside another");
            BrokenPromise.unless(
                    other.attempts().stream().noneMatch(Attempt::begun),
                    "REJECT: a run begins after another whose outcome is unknown");
        }
    }

    /** A claim is not lost while its owner may rely on its lease, unless a slow owner's outcome is there. */
    static void keepsItsLease(World world, Flight flight, int attempt, Kind kind, Reply reply) {
        boolean lengthens = kind == Kind.START || kind == Kind.RENEW;
        boolean relies = attempt == flight.last()
                && (flight.is(Phase.STARTING) || flight.is(Phase.RUNNING))
                && flight.lease().holds()
                && !flight.present().evicted()
                && !world.ledger().inForce(world.now());
        BrokenPromise.unless(!lengthens || !relies || !reply.is(Word.LOST), "G1: a lease is lost while it holds");
    }

    /** A copy is given only while its outcome is in force, unless the news of an eviction has not come. */
    static void copyIsRecorded(World world, Flight flight) {
        Copies copies = flight.copies();
        if (!copies.underway()) {
            world.ledger().shown(copies.token(), flight.content(), world.now());
        }
    }

    private static boolean runsOnItsLease(Flight flight) {
        return flight.is(Phase.RUNNING)
                && flight.lease().holds()
                && !flight.present().evicted();
    }

    /** G4: a claim ends with its lease, except that of a started run under {@code REJECT}, which ends with its TTL. */
    private void becomesFree(World world) {
        Entry entry = world.entry();
        Flight owner = world.flight(Flight.owner(entry.token()));
        int index = Flight.attempt(entry.token());
        boolean gone = index != owner.last() || owner.is(Phase.IDLE);
        Entry left = gone ? afterLastWords(entry, owner, index, world.now()) : entry;

        Reply soon = ask(left, entry.content(), world.now() + Time.LEASE);
        BrokenPromise.unless(!soon.is(Word.HELD), "G4: a claim outlives its lease");
        boolean mayBeUnknown = !gone && entry.started();
        BrokenPromise.unless(!soon.is(Word.UNKNOWN) || mayBeUnknown, "G4: the outcome of no run is unknown");
        Reply late = ask(left, entry.content(), world.now() + Time.LEASE + Time.TTL);
        BrokenPromise.unless(late.is(Word.GRANTED), "G4: a claim outlives its TTL");
    }

    private Entry afterLastWords(Entry entry, Flight owner, int index, int now) {
        Entry left = entry;
        for (Kind kind : List.of(Kind.COMPLETE, Kind.WITHDRAW, Kind.RELEASE)) {
            if (owner.attempts().get(index).hasSent(kind)) {
                left = table.apply(left, owner.verb(kind, index, false), now).entry();
            }
        }
        return left;
    }

    private Reply ask(Entry entry, int content, int time) {
        return table.apply(entry, Verb.claim(STRANGER, content, 0), time).reply();
    }

    /** G8: who waits is registered with a claim, or is being told, or will wake by itself within a lease. */
    private static void isTold(World world, Flight flight) {
        Mail mail = flight.mail();
        if (!flight.is(Phase.WAITING) || mail.woken() || mail.underway()) {
            return;
        }
        BrokenPromise.unless(mail.wakeAt() <= world.now() + Time.LEASE, "G8: a waiter sleeps longer than a lease");
        Entry entry = world.entry();
        boolean registered = entry.state() == State.CLAIMED && (entry.waiters() & flight.bit()) != 0;
        BrokenPromise.unless(registered || mail.forgotten(), "G8: a waiter is not told");
    }
}
