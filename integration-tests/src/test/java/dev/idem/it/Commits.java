package dev.idem.it;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What happens when the transaction of this thread ends. */
public final class Commits {

    private Commits() {}

    /** Lets the commit fail. */
    public static String fail() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                throw new IllegalStateException("refused to commit");
            }
        });
        return "";
    }

    /** Does something once the transaction is committed. */
    public static String then(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
        return "";
    }
}
