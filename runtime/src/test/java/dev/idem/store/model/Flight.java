package dev.idem.store.model;

import dev.idem.store.model.Verb.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One process that makes the call, again after each end until its attempts are used up. A process that crashes, or whose
 * commands and answers are lost, is one that stands still, which each may do at any time.
 *
 * @param attempts all that have been made; the last is the present one
 */
record Flight(int id, int content, Phase phase, List<Attempt> attempts, Mail mail, Lease lease, Copies copies) {

    private static final int MAX_ATTEMPTS = 4;

    enum Phase {
        /** Before the first call, or after one has ended. */
        IDLE,
        CLAIMING,
        WAITING,
        STARTING,
        RUNNING,
        COMPLETING
    }

    static Flight idle(int id, int content) {
        return new Flight(id, content, Phase.IDLE, List.of(), Mail.EMPTY, Lease.NONE, Copies.NONE);
    }

    /** Whose token it is. */
    static int owner(int token) {
        return token / MAX_ATTEMPTS;
    }

    static int attempt(int token) {
        return token % MAX_ATTEMPTS;
    }

    int bit() {
        return 1 << id;
    }

    int last() {
        return attempts.size() - 1;
    }

    boolean is(Phase other) {
        return phase == other;
    }

    Attempt present() {
        return attempts.get(last());
    }

    int token(int attempt, boolean same) {
        return id * MAX_ATTEMPTS + (same ? 0 : attempt);
    }

    Verb verb(Kind kind, int attempt, boolean same) {
        Attempt sender = attempts.get(attempt);
        int waiter = kind == Kind.CLAIM ? bit() : 0;
        return new Verb(kind, token(attempt, same), content, sender.grant(), sender.end(), waiter);
    }

    /** Whether it waits for the answer to this command of its present attempt. */
    boolean awaits(Kind kind) {
        return switch (phase) {
            case CLAIMING -> kind == Kind.CLAIM;
            case STARTING -> kind == Kind.START;
            case COMPLETING -> kind == Kind.COMPLETE;
            case IDLE, WAITING, RUNNING -> false;
        };
    }

    /** Sends a new claim. */
    Flight claiming(Lease asked) {
        List<Attempt> more = new ArrayList<>(attempts);
        more.add(Attempt.NEW.sending(Kind.CLAIM));
        return new Flight(id, content, Phase.CLAIMING, List.copyOf(more), Mail.EMPTY, asked, copies.begin());
    }

    Flight in(Phase next) {
        return new Flight(id, content, next, attempts, Mail.EMPTY, lease, copies);
    }

    /** Nothing that was known of this call matters any more, except for what may still arrive at the store. */
    Flight idle() {
        return new Flight(id, content, Phase.IDLE, attempts, Mail.EMPTY, Lease.NONE, copies);
    }

    Flight with(int index, Attempt attempt) {
        List<Attempt> others = new ArrayList<>(attempts);
        others.set(index, attempt);
        return new Flight(id, content, phase, List.copyOf(others), mail, lease, copies);
    }

    Flight with(Attempt attempt) {
        return with(last(), attempt);
    }

    Flight with(Mail other) {
        return new Flight(id, content, phase, attempts, other, lease, copies);
    }

    Flight with(Lease other) {
        return new Flight(id, content, phase, attempts, mail, other, copies);
    }

    Flight with(Copies other) {
        return new Flight(id, content, phase, attempts, mail, lease, other);
    }

    Flight sending(Kind kind) {
        return with(present().sending(kind));
    }

    /** A lease is over, a pause ends, and what can change nothing any more need not arrive. */
    Flight tick(int now, Entry entry) {
        List<Attempt> left = IntStream.range(0, attempts.size())
                .mapToObj(index -> left(index, now, entry))
                .toList();
        return new Flight(id, content, phase, left, mail.at(now), lease.tick(), copies.at(now));
    }

    private Attempt left(int index, int now, Entry entry) {
        Attempt attempt = attempts.get(index);
        boolean asks = index == last() && !is(Phase.IDLE);
        boolean owns = Flight.owner(entry.token()) == id && entry.grant() == attempt.grant();
        return asks || owns ? attempt : attempt.over(now);
    }

    /** Its claim, or the one that it waits for, has been over for a whole TTL. */
    Flight forgotten(Entry entry) {
        Flight told = (entry.waiters() & bit()) == 0 ? this : with(mail.forget());
        return owner(entry.token()) == id ? told.resolved(attempt(entry.token())) : told;
    }

    Flight resolved(int attempt) {
        return with(attempt, attempts.get(attempt).resolved());
    }

    Flight evicted(boolean keepsCopies) {
        List<Attempt> marked = attempts.stream().map(Attempt::evict).toList();
        Copies told = keepsCopies ? copies.evicted() : copies;
        return new Flight(id, content, phase, marked, mail.evicted(), lease, told);
    }
}
