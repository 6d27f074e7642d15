package dev.idem.spring.transaction;

import dev.idem.engine.Transactions;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The transactions that Spring binds to threads. One whose manager never synchronizes cannot be seen, by anybody: calls
 * inside it are as those without a transaction.
 */
final class SpringTransactions implements Transactions {

    @Override
    public Optional<Transaction> current() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? Optional.of(joinedCalls())
                : Optional.empty();
    }

    private static JoinedCalls joinedCalls() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(JoinedCalls.class::isInstance)
                .map(JoinedCalls.class::cast)
                .findFirst()
                .orElseGet(SpringTransactions::register);
    }

    private static JoinedCalls register() {
        JoinedCalls calls = new JoinedCalls();
        TransactionSynchronizationManager.registerSynchronization(calls);
        return calls;
    }
}
