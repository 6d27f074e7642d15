package dev.idem.store.model;

import dev.idem.store.model.Entry.State;
import dev.idem.store.model.Reply.Word;
import java.util.Set;

/** The state table of {@link dev.idem.store.IdempotencyStore}, and its flawed variants. */
public final class Table {

    private final Set<Flaw> flaws;

    public Table(Set<Flaw> flaws) {
        this.flaws = flaws;
    }

    /**
     * What a verb did.
     *
     * @param told the bits of the flights that were told
     */
    public record Effect(Entry entry, Reply reply, int told) {

        static Effect unchanged(Entry entry, Reply reply) {
            return new Effect(entry, reply, 0);
        }
    }

    /** Carries out a command. */
    public Effect apply(Entry before, Verb verb, int now) {
        Entry entry = before.at(now);
        return switch (verb.kind()) {
            case CLAIM -> claim(entry, verb, now);
            case WITHDRAW -> end(entry, entry.token() == verb.token(), now);
            case START -> lengthen(entry, isStarter(entry, verb), !has(Flaw.START_IS_NOT_RECORDED), now);
            case RENEW -> lengthen(entry, isOwner(entry, verb) || has(Flaw.RENEW_BY_ANYONE), false, now);
            case RELEASE -> end(entry, isOwner(entry, verb) || has(Flaw.RELEASE_BY_ANYONE), now);
            case COMPLETE -> complete(entry, verb, now);
            case EVICT -> evict(entry, now);
        };
    }

    /** What a look-up sees. */
    public Reply find(Entry before, int content, int now) {
        Entry entry = before.at(now);
        if (entry.state() != State.FREE && entry.content() != content) {
            return Reply.of(Word.CONFLICT);
        }
        return switch (entry.state()) {
            case FREE -> Reply.of(Word.ABSENT);
            case DONE -> outcome(Word.COMPLETED, entry, now);
            case CLAIMED ->
                now < entry.end()
                        ? new Reply(Word.HELD, 0, entry.end() - now)
                        : Reply.of(entry.started() ? Word.UNKNOWN : Word.ABSENT);
        };
    }

    private Effect claim(Entry entry, Verb verb, int now) {
        return switch (entry.state()) {
            case FREE -> grant(entry, verb, now, has(Flaw.GRANT_IS_NOT_ABOVE_THE_MARK) ? Entry.NONE : entry.mark());
            case DONE ->
                entry.content() == verb.content() || has(Flaw.CLAIM_GIVES_ANY_CONTENT)
                        ? Effect.unchanged(entry, outcome(Word.COMPLETED, entry, now))
                        : Effect.unchanged(entry, Reply.of(Word.CONFLICT));
            case CLAIMED -> contend(entry, verb, now);
        };
    }

    private Effect contend(Entry entry, Verb verb, int now) {
        if (entry.token() == verb.token()) {
            return Effect.unchanged(entry, new Reply(Word.GRANTED, entry.grant(), 0));
        }
        if (entry.content() != verb.content()) {
            return Effect.unchanged(entry, Reply.of(Word.CONFLICT));
        }
        boolean live = now < entry.end() || has(Flaw.CLAIM_NEVER_TAKES_OVER);
        if (live && !has(Flaw.CLAIM_TAKES_A_LIVE_LEASE)) {
            int rest = Math.max(entry.end() - now, 1);
            return Effect.unchanged(entry.registered(verb.waiter()), new Reply(Word.HELD, 0, rest));
        }
        if (entry.started() && !has(Flaw.CLAIM_IGNORES_THE_START)) {
            return Effect.unchanged(entry, Reply.of(Word.UNKNOWN));
        }
        return grant(entry, verb, now, Math.max(entry.grant(), entry.mark()));
    }

    private Effect grant(Entry entry, Verb verb, int now, int above) {
        int stamp = Math.max(Time.stamp(now), above + 1);
        Entry base = has(Flaw.CLAIM_FORGETS_THE_MARK) ? Entry.ABSENT : entry;
        int inherited = has(Flaw.CLAIM_FORGETS_THE_WAITERS) ? 0 : entry.waiters();
        Entry next = base.claimed(verb.token(), stamp, verb.content(), now + Time.LEASE, inherited);
        return Effect.unchanged(next, new Reply(Word.GRANTED, stamp, 0));
    }

    private static Effect lengthen(Entry entry, boolean owned, boolean starts, int now) {
        return entry.state() == State.CLAIMED && owned
                ? Effect.unchanged(entry.lengthened(starts, now + Time.LEASE), Reply.of(Word.DONE))
                : Effect.unchanged(entry, Reply.of(Word.LOST));
    }

    private Effect end(Entry entry, boolean owned, int now) {
        if (entry.state() != State.CLAIMED || !owned) {
            return Effect.unchanged(entry, Reply.of(Word.LOST));
        }
        Entry left = has(Flaw.RELEASE_FORGETS_THE_MARK) ? Entry.ABSENT : Entry.free(entry.mark(), entry.markEnd());
        return new Effect(left.at(now), Reply.of(Word.DONE), has(Flaw.RELEASE_TELLS_NOBODY) ? 0 : entry.waiters());
    }

    private Effect complete(Entry entry, Verb verb, int now) {
        if (entry.state() == State.DONE && !has(Flaw.COMPLETE_REPLACES_AN_OUTCOME)) {
            return completeAgain(entry, verb, now);
        }
        if (verb.grant() <= entry.mark() && !has(Flaw.COMPLETE_IGNORES_THE_MARK)) {
            return Effect.unchanged(entry, Reply.of(Word.REFUSED_EVICTED));
        }
        if (entry.state() == State.CLAIMED && isForeign(entry, verb)) {
            return Effect.unchanged(entry, Reply.of(Word.REFUSED_CONFLICT));
        }
        int end = has(Flaw.COMPLETE_BEGINS_A_NEW_TTL) ? now + Time.TTL : Math.min(verb.end(), now + Time.TTL);
        if (end <= now) {
            return Effect.unchanged(entry, Reply.of(Word.REFUSED_EXPIRED));
        }
        int told = has(Flaw.COMPLETE_TELLS_NOBODY) ? 0 : entry.waiters();
        return new Effect(Entry.done(verb.token(), verb.content(), end), new Reply(Word.RECORDED, 0, end - now), told);
    }

    private Effect completeAgain(Entry entry, Verb verb, int now) {
        if (isForeign(entry, verb)) {
            return Effect.unchanged(entry, Reply.of(Word.REFUSED_CONFLICT));
        }
        return Effect.unchanged(
                entry,
                entry.token() == verb.token()
                        ? new Reply(Word.RECORDED, 0, entry.end() - now)
                        : outcome(Word.SUPERSEDED, entry, now));
    }

    private Effect evict(Entry entry, int now) {
        int mark = Math.max(Time.stamp(now), Math.max(entry.grant(), entry.mark()));
        Entry left = has(Flaw.EVICT_LEAVES_NO_MARK) ? Entry.ABSENT : Entry.free(mark, now + Time.TTL);
        return new Effect(
                left, Reply.done(entry.state() != State.FREE), has(Flaw.EVICT_TELLS_NOBODY) ? 0 : entry.waiters());
    }

    private boolean isForeign(Entry entry, Verb verb) {
        return entry.content() != verb.content() && !has(Flaw.COMPLETE_IGNORES_THE_CONTENT);
    }

    private boolean isStarter(Entry entry, Verb verb) {
        return has(Flaw.START_IGNORES_THE_GRANT) ? entry.token() == verb.token() : isOwner(entry, verb);
    }

    private static boolean isOwner(Entry entry, Verb verb) {
        return entry.isOwnedBy(verb.token(), verb.grant());
    }

    private static Reply outcome(Word word, Entry entry, int now) {
        return new Reply(word, entry.token(), entry.end() - now);
    }

    private boolean has(Flaw flaw) {
        return flaws.contains(flaw);
    }
}
