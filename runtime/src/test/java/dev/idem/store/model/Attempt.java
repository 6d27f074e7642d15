package dev.idem.store.model;

import dev.idem.store.model.Verb.Kind;

/**
 * One claim of a flight, and what follows from it.
 *
 * @param sent the bits of the commands that have been sent and may arrive
 * @param grant its stamp, as far as the flight knows
 * @param end the tick at which its outcome ends
 * @param begun whether its run began under {@code REJECT}, and is not known to have ended
 * @param evicted whether the record was evicted after its grant
 */
record Attempt(int sent, int grant, int end, boolean begun, boolean evicted) {

    static final Attempt NEW = new Attempt(0, Entry.NONE, 0, false, false);

    boolean hasSent(Kind kind) {
        return (sent & bit(kind)) != 0;
    }

    Attempt sending(Kind kind) {
        return new Attempt(sent | bit(kind), grant, end, begun, evicted);
    }

    /** The command has arrived and will not do so again. */
    Attempt delivered(Kind kind) {
        return new Attempt(sent & ~bit(kind), grant, end, begun, evicted);
    }

    Attempt granted(int stamp, boolean old) {
        return new Attempt(sent, stamp, end, begun, old);
    }

    Attempt completing(int outcomeEnd) {
        return new Attempt(sent | bit(Kind.COMPLETE), grant, outcomeEnd, begun, evicted);
    }

    Attempt begin() {
        return evicted ? this : new Attempt(sent, grant, end, true, evicted);
    }

    /** How the run ended is known, or it is not asked for any more. */
    Attempt resolved() {
        return begun ? new Attempt(sent, grant, end, false, evicted) : this;
    }

    Attempt evict() {
        return grant == Entry.NONE ? this : new Attempt(sent, grant, end, false, true);
    }

    /** What a later tick makes of the commands of a claim that has ended: no stamp of an earlier tick is given again. */
    Attempt over(int now) {
        int left = sent;
        if (grant == Entry.NONE || Time.tick(grant) < now) {
            left &= ~(bit(Kind.START) | bit(Kind.RENEW) | bit(Kind.RELEASE));
        }
        if (end <= now) {
            left &= ~bit(Kind.COMPLETE);
        }
        return left == sent ? this : new Attempt(left, grant, end, begun, evicted);
    }

    @SuppressWarnings("EnumOrdinal") // the bits mean nothing outside one exploration
    private static int bit(Kind kind) {
        return 1 << kind.ordinal();
    }
}
