package dev.idem.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a call that joins the transaction of a {@link Clerk}, whichever door it came through. */
@Timeout(30)
public abstract class JoinedTransactionContract {

    private Application bank;
    private Clerk clerk;
    private Ledger ledger;

    /** Opens a bank whose ledger stands behind this door. */
    protected abstract Application openBank();

    @BeforeEach
    final void open() {
        bank = openBank();
        clerk = bank.bean(Clerk.class);
        ledger = bank.bean(Ledger.class);
    }

    @AfterEach
    final void close() {
        bank.close();
    }

    private static <T> T rolledBack(Supplier<T> work) {
        throw new IllegalStateException("rolled back after " + work.get());
    }

    private <T> void rollBack(Supplier<T> work) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> clerk.within(() -> rolledBack(work)))
                .withMessageStartingWith("rolled back");
    }

    @Test
    final void commit_recordsTheOutcome() {
        int booked = clerk.within(() -> {
            int first = ledger.book("a");
            assertThat(ledger.book("a")).as("pending").isEqualTo(first);
            assertThat(bank.store().completions())
                    .as("recorded before the commit")
                    .isZero();
            return first;
        });

        assertThat(booked).isEqualTo(1);
        assertThat(ledger.book("a")).isEqualTo(1);
        assertThat(Bank.entries(bank)).isEqualTo(1);
    }

    @Test
    final void rollback_releasesTheCall() {
        rollBack(() -> ledger.book("a"));
        assertThat(Bank.entries(bank)).isZero();

        assertThat(ledger.book("a")).isEqualTo(2);
        assertThat(ledger.book("a")).isEqualTo(2);
        assertThat(Bank.entries(bank)).isEqualTo(1);
    }

    @Test
    final void commitThatFails_releasesTheCall() {
        bank.work().becomes(Commits::fail);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> clerk.within(() -> ledger.book("a")))
                .withMessage("refused to commit");

        bank.work().becomes(() -> "");
        assertThat(ledger.book("a")).isEqualTo(2);
        assertThat(Bank.entries(bank)).isEqualTo(1);
    }

    @Test
    final void innerTransaction_hasItsOwnFate() {
        rollBack(() -> ledger.book("outer") + clerk.apart(() -> ledger.book("inner")));
        assertThat(Bank.entries(bank)).isEqualTo(1);

        assertThat(ledger.book("inner")).isEqualTo(2);
        assertThat(ledger.book("outer")).isEqualTo(3);
        assertThat(Bank.entries(bank)).isEqualTo(2);
    }

    @Test
    final void rollbackToASavepoint_releasesWhatJoinedAfterIt() {
        clerk.within(() -> {
            ledger.book("before");
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> clerk.nested(() -> rolledBack(() -> ledger.book("within"))));
            return ledger.book("after");
        });
        assertThat(Bank.entries(bank)).isEqualTo(2);

        assertThat(ledger.book("before")).isEqualTo(1);
        assertThat(ledger.book("after")).isEqualTo(3);
        assertThat(ledger.book("within")).isEqualTo(4);
    }

    @Test
    final void nestedTransactionThatCommits_endsWithTheWhole() {
        rollBack(() -> clerk.nested(() -> ledger.book("within")));

        assertThat(ledger.book("within")).isEqualTo(2);
        assertThat(Bank.entries(bank)).isEqualTo(1);
    }
}
