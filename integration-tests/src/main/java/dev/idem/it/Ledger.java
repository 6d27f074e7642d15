package dev.idem.it;

import dev.idem.IdempotentCall;
import org.springframework.jdbc.core.JdbcTemplate;

/** A guarded method whose only effect is in the transaction of its caller. */
public class Ledger {

    private final Work work;
    private final JdbcTemplate jdbc;

    public Ledger(Work work, JdbcTemplate jdbc) {
        this.work = work;
        this.jdbc = jdbc;
    }

    @IdempotentCall(joinsTransaction = true)
    public int book(String entry) {
        jdbc.update("insert into entry values (?)", entry);
        return work.run();
    }
}
