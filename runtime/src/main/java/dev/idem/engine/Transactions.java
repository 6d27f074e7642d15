package dev.idem.engine;

import java.util.List;
import java.util.Optional;

/** The database transactions that calls can join. Thread-safe. */
@FunctionalInterface
public interface Transactions {

    /** The transaction of the current thread; empty if none is active. */
    Optional<Transaction> current();

    /** One transaction, until it ends. Used by one thread at a time. */
    interface Transaction {

        /** Takes part from now on. */
        void join(Participant participant);

        /** Who takes part, in the order in which they joined. */
        List<Participant> participants();
    }

    /** What takes part in a transaction. */
    interface Participant {

        /** The transaction is about to commit. What this throws rolls it back. */
        void beforeCommit();

        /** The transaction, or the part of it in which this participant joined, has ended. Called once, never throws. */
        void ended(End end);
    }

    /** How a transaction ended. */
    enum End {
        COMMITTED,
        ROLLED_BACK,
        /** Nobody can say. */
        UNKNOWN
    }
}
