package dev.idem.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Transactions of one thread each, begun and ended by a test. */
final class ManualTransactions implements Transactions {

    private final Map<Thread, ManualTransaction> current = new ConcurrentHashMap<>();

    @Override
    public Optional<Transaction> current() {
        return Optional.ofNullable(current.get(Thread.currentThread()));
    }

    ManualTransaction begin() {
        ManualTransaction begun = new ManualTransaction();
        current.put(Thread.currentThread(), begun);
        return begun;
    }

    /** Lets the thread work outside any transaction. */
    void suspend() {
        current.remove(Thread.currentThread());
    }

    /** One transaction; {@link #end} leaves the thread without one. */
    final class ManualTransaction implements Transaction {

        private final List<Participant> participants = new ArrayList<>();

        @Override
        public void join(Participant participant) {
            participants.add(participant);
        }

        @Override
        public List<Participant> participants() {
            return List.copyOf(participants);
        }

        void commit() {
            participants.forEach(Participant::beforeCommit);
            end(End.COMMITTED);
        }

        void end(End end) {
            current.remove(Thread.currentThread());
            participants.forEach(participant -> participant.ended(end));
        }
    }
}
