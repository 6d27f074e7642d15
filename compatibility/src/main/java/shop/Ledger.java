package shop;

import dev.idem.IdempotentCall;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Its effect is a row, so its outcome shares the fate of the transaction. */
@Service
public class Ledger {

    private final JdbcTemplate database;

    public Ledger(JdbcTemplate database) {
        this.database = database;
    }

    @IdempotentCall(operation = "ledger.book", joinsTransaction = true)
    public int book(String order) {
        database.update("insert into booking (name) values (?)", order);
        return rows(order);
    }

    public int rows(String order) {
        Integer rows = database.queryForObject("select count(*) from booking where name = ?", Integer.class, order);
        return rows == null ? 0 : rows;
    }
}
