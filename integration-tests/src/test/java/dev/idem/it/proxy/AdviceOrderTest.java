package dev.idem.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.it.Application;
import dev.idem.it.Bank;
import dev.idem.it.Bank.CountingTransactionManager;
import dev.idem.it.Callers;
import dev.idem.it.Commits;
import dev.idem.it.Teller;
import dev.idem.it.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.security.access.AccessDeniedException;

/** Who sees a duplicate: those who must authorise it do, those who act on the run do not. */
final class AdviceOrderTest {

    private final Application bank = Bank.open();
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
        assertThat(teller.withdraw("a")).isEqualTo(1);

        Callers.become("ada");
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> teller.withdraw("a"));
        assertThat(bank.store().claims()).isEqualTo(2);
    }

    @Test
    void outcome_isRecordedAfterTheCommit() {
        List<Integer> recorded = new ArrayList<>();
        work.becomes(() -> Commits.then(() -> recorded.add(bank.store().completions())));

        assertThat(teller.deposit("a")).isEqualTo(1);
        assertThat(recorded).as("outcomes when it was committed").containsExactly(0);
        assertThat(bank.store().completions()).isEqualTo(1);
    }

    @Test
    void duplicate_opensNoTransaction() {
        assertThat(teller.deposit("a")).isEqualTo(1);
        assertThat(teller.deposit("a")).isEqualTo(1);
        assertThat(bank.bean(CountingTransactionManager.class).begun()).isEqualTo(1);
        assertThat(Bank.entries(bank)).isEqualTo(1);
    }

    @Test
    void run_whoseCommitFails_isNotRecorded() {
        work.becomes(Commits::fail);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> teller.deposit("a"))
                .withMessage("refused to commit");

        work.becomes(() -> "");
        assertThat(teller.deposit("a")).isEqualTo(2);
        assertThat(Bank.entries(bank)).isEqualTo(1);
    }

    @Test
    void duplicate_neverReachesTheCache() {
        Cache rates = Objects.requireNonNull(bank.bean(CacheManager.class).getCache("rates"));
        assertThat(teller.rate("EUR")).isEqualTo(1);

        rates.put("EUR", 99);
        assertThat(teller.rate("EUR")).isEqualTo(1);
    }

    @Test
    void cachedValue_isRecordedOnce() {
        Cache rates = Objects.requireNonNull(bank.bean(CacheManager.class).getCache("rates"));
        rates.put("EUR", 42);
        assertThat(teller.rate("EUR")).isEqualTo(42);

        rates.clear();
        assertThat(teller.rate("EUR")).isEqualTo(42);
        assertThat(bank.store().completions()).isEqualTo(1);
        assertThat(work.runs()).isZero();
    }

    @Test
    void attempts_happenWithinOneClaim() {
        work.becomes(this::failTwice);
        assertThat(teller.transfer("a")).isEqualTo(3);
        assertThat(bank.store().claims()).isEqualTo(1);
        assertThat(bank.store().completions()).isEqualTo(1);

        assertThat(teller.transfer("a")).isEqualTo(3);
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
        List<String> runners = new ArrayList<>();
        work.becomes(() -> {
            runners.add(Thread.currentThread().getName());
            mayEnd.await();
            return "";
        });
        ThreadPoolTaskExecutor pool = bank.bean(ThreadPoolTaskExecutor.class);

        teller.post("a");
        teller.post("a");
        Awaitility.await().until(() -> pool.getActiveCount() == 2 && work.runs() == 1);
        mayEnd.countDown();

        Awaitility.await().until(() -> pool.getActiveCount() == 0);
        assertThat(runners).singleElement().asString().startsWith("pool-");
        assertThat(bank.store().completions()).isEqualTo(1);
    }
}
