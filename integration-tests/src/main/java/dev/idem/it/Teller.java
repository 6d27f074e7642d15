package dev.idem.it;

import dev.idem.IdempotentCall;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;
import org.springframework.scheduling.annotation.Async;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;

/** Guarded methods with other advice around them. */
public class Teller {

    private final Work work;
    private final JdbcTemplate jdbc;

    public Teller(Work work, JdbcTemplate jdbc) {
        this.work = work;
        this.jdbc = jdbc;
    }

    @PreAuthorize("hasRole('TELLER')")
    @IdempotentCall
    public int withdraw(String account) {
        return work.run();
    }

    @Transactional
    @IdempotentCall
    public int deposit(String account) {
        jdbc.update("insert into entry values (?)", account);
        return work.run();
    }

    @Transactional
    @IdempotentCall(joinsTransaction = true)
    public int reserve(String account) {
        jdbc.update("insert into entry values (?)", account);
        return work.run();
    }

    @Cacheable("rates")
    @IdempotentCall
    public int rate(String currency) {
        return work.run();
    }

    @Retryable(maxAttempts = 3, backoff = @Backoff(delay = 1))
    @IdempotentCall
    public int transfer(String account) {
        return work.run();
    }

    @Async
    @IdempotentCall
    public void post(String letter) {
        work.run();
    }
}
