package dev.idem.it.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.it.Application;
import dev.idem.it.Bank;
import dev.idem.it.Callers;
import dev.idem.it.Commits;
import dev.idem.it.Teller;
import dev.idem.it.Work;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.security.access.AccessDeniedException;

/** The woven door lies inside every proxy, so whoever advises the bean sees duplicates, too. */
final class AdviceOrderTest {

    private final Application bank = Bank.open("idem.mode=aspectj");
    private final Teller teller = bank.bean(Teller.class);
    private final Work work = bank.work();

    @AfterEach
    void close() {
        Callers.leave();
        bank.close();
    }

    @Test
    void duplicate_ofACallerWithoutTheRole_isRefusedNotAnswered() {
        Callers.become("ada", "ROLE_TELLER");
        assertThat(teller.withdraw("a")).isEqualTo(1);

        Callers.become("ada");
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> teller.withdraw("a"));
        assertThat(bank.store().claims()).isEqualTo(1);
    }

    @Test
    void outcome_isRecordedBeforeTheCommitAndOutlivesARollback() {
        work.becomes(Commits::fail);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> teller.deposit("a"))
                .withMessage("refused to commit");

        work.becomes(() -> "");
        assertThat(teller.deposit("a")).isEqualTo(1);
        assertThat(Bank.entries(bank)).isZero();
    }

    @Test
    void outcomeThatJoinsTheTransaction_endsWithIt() {
        work.becomes(Commits::fail);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> teller.reserve("a"))
                .withMessage("refused to commit");

        work.becomes(() -> "");
        assertThat(teller.reserve("a")).isEqualTo(2);
        assertThat(teller.reserve("a")).isEqualTo(2);
        assertThat(Bank.entries(bank)).isEqualTo(1);
    }

    @Test
    void duplicate_isAnsweredByTheCache() {
        assertThat(teller.rate("EUR")).isEqualTo(1);
        assertThat(teller.rate("EUR")).isEqualTo(1);
        assertThat(bank.store().claims()).isEqualTo(1);
    }

    @Test
    void attempts_areClaimedOneByOne() {
        work.becomes(this::failTwice);
        assertThat(teller.transfer("a")).isEqualTo(3);
        assertThat(bank.store().claims()).isEqualTo(3);
        assertThat(bank.store().completions()).isEqualTo(1);
    }

    private String failTwice() {
        if (work.runs() < 3) {
            throw new IllegalStateException("not yet");
        }
        return "";
    }

    @Test
    void asynchronousDuplicate_waitsOnThePoolsThread() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        work.becomes(() -> {
            mayEnd.await();
            return "";
        });
        ThreadPoolTaskExecutor pool = bank.bean(ThreadPoolTaskExecutor.class);

        teller.post("a");
        teller.post("a");
        Awaitility.await().until(() -> pool.getActiveCount() == 2 && work.runs() == 1);
        mayEnd.countDown();

        Awaitility.await().until(() -> pool.getActiveCount() == 0);
        assertThat(work.runs()).isEqualTo(1);
    }
}
