package dev.idem.spring.transaction;

import dev.idem.engine.Transactions.End;
import dev.idem.engine.Transactions.Participant;
import dev.idem.engine.Transactions.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;

/** The calls that joined one transaction. Those that joined after a savepoint end with it, if it is rolled back to. */
final class JoinedCalls implements TransactionSynchronization, Transaction {

    private final List<Participant> participants = new ArrayList<>();
    private final Map<Object, Integer> savepoints = new HashMap<>();

    @Override
    public void join(Participant participant) {
        participants.add(participant);
    }

    @Override
    public List<Participant> participants() {
        return List.copyOf(participants);
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, participants.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        end(savepoints.getOrDefault(savepoint, 0), End.ROLLED_BACK);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        participants.forEach(Participant::beforeCommit);
    }

    @Override
    public void afterCompletion(int status) {
        end(
                /* from= */ 0,
                switch (status) {
                    case STATUS_COMMITTED -> End.COMMITTED;
                    case STATUS_ROLLED_BACK -> End.ROLLED_BACK;
                    default -> End.UNKNOWN;
                });
    }

    private void end(int from, End end) {
        List<Participant> ending = participants.subList(from, participants.size());
        ending.forEach(participant -> participant.ended(end));
        ending.clear();
    }
}
