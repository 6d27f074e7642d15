package dev.idem.spring.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.codec.ResultType;
import dev.idem.engine.CallPolicy;
import dev.idem.engine.EngineLimits;
import dev.idem.engine.Guard;
import dev.idem.engine.IdempotencyEngine;
import dev.idem.engine.Operation;
import dev.idem.engine.PolicyOverrides;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.caffeine.CaffeineStore;
import dev.idem.testing.StringCodec;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Real transactions of a real database: the row and the recorded outcome are there together, or neither is. */
final class SpringTransactionsTest {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final JdbcTransactionManager manager = new JdbcTransactionManager(database);
    private final TransactionTemplate transaction = new TransactionTemplate(manager);
    private final IdempotencyStore store = new CaffeineStore(1 << 20);
    private final IdempotencyEngine engine = new IdempotencyEngine(
            "shop",
            Optional::empty,
            operation -> new Guard(CallPolicy.DEFAULT, store),
            new StringCodec(),
            EngineLimits.DEFAULT,
            Optional.of(new SpringTransactions()));
    private final Operation operation = new Operation(
                    "book",
                    "book",
                    List.of(String.class),
                    ResultType.of(String.class),
                    PolicyOverrides.NONE,
                    (arguments, out) -> out.raw((String) arguments[0]))
            .joiningTransaction();

    SpringTransactionsTest() {
        jdbc.execute("create table booking (id varchar(99))");
    }

    @AfterEach
    void close() {
        engine.close();
        jdbc.execute("shutdown");
    }

    /** Books once per identity; the answer counts the rows that the transaction sees. */
    private String book(String id) {
        try {
            return (String) engine.execute(operation, new Object[] {id}, () -> {
                jdbc.update("insert into booking values (?)", id);
                return "booking " + rows();
            });
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private int rows() {
        return jdbc.queryForObject("select count(*) from booking", Integer.class);
    }

    private TransactionTemplate with(int propagation) {
        return new TransactionTemplate(manager) {
            {
                setPropagationBehavior(propagation);
            }
        };
    }

    @Test
    void commit_recordsTheOutcomeWithTheRow() {
        String answer = transaction.execute(status -> {
            String first = book("a");
            assertThat(book("a")).as("pending, inside the transaction").isEqualTo(first);
            return first;
        });

        assertThat(answer).isEqualTo("booking 1");
        assertThat(book("a")).isEqualTo("booking 1");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void rollback_releasesTheCallWithTheRow() {
        transaction.executeWithoutResult(status -> {
            book("a");
            status.setRollbackOnly();
        });
        assertThat(rows()).isZero();

        assertThat(book("a")).isEqualTo("booking 1");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void rollbackByAnException_releasesTheCall() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    book("a");
                    throw new IllegalStateException("later in the transaction");
                }))
                .hasMessage("later in the transaction");

        assertThat(book("a")).isEqualTo("booking 1");
    }

    @Test
    void innerTransaction_hasItsOwnFate() {
        transaction.executeWithoutResult(outer -> {
            book("outer");
            with(TransactionDefinition.PROPAGATION_REQUIRES_NEW).executeWithoutResult(inner -> book("inner"));
            outer.setRollbackOnly();
        });

        assertThat(rows()).isEqualTo(1);
        book("inner");
        assertThat(rows()).as("the inner one was committed").isEqualTo(1);
        book("outer");
        assertThat(rows()).as("the outer one was not").isEqualTo(2);
    }

    @Test
    void rollbackToASavepoint_releasesWhatJoinedAfterIt() {
        transaction.executeWithoutResult(outer -> {
            book("before");
            with(TransactionDefinition.PROPAGATION_NESTED).executeWithoutResult(nested -> {
                book("within");
                nested.setRollbackOnly();
            });
            book("after");
        });
        assertThat(rows()).isEqualTo(2);

        book("before");
        book("after");
        assertThat(rows()).isEqualTo(2);
        book("within");
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void nestedTransactionThatCommits_endsWithTheWhole() {
        transaction.executeWithoutResult(outer -> {
            with(TransactionDefinition.PROPAGATION_NESTED).executeWithoutResult(nested -> book("within"));
            outer.setRollbackOnly();
        });

        book("within");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void withoutATransaction_theOutcomeIsRecordedAtOnce() {
        assertThat(book("a")).isEqualTo("booking 1");
        assertThat(book("a")).isEqualTo("booking 1");
        assertThat(rows()).isEqualTo(1);
    }
}
