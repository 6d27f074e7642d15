package dev.idem.intercept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.engine.CallPolicy;
import dev.idem.engine.EngineLimits;
import dev.idem.engine.Guard;
import dev.idem.engine.IdempotencyEngine;
import dev.idem.engine.Invocation;
import dev.idem.store.caffeine.CaffeineStore;
import dev.idem.testing.StringCodec;
import dev.idem.testing.shop.NamesakePayments;
import dev.idem.testing.shop.Payments;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A woven method behind a proxy: the doors are entered by hand, in the order in which a call would pass them. */
final class CorridorTest {

    private final CaffeineStore store = new CaffeineStore(/* maximumWeight= */ 1_000_000);
    private final IdempotencyEngine engine = new IdempotencyEngine(
            "test",
            Optional::empty,
            operation -> new Guard(CallPolicy.DEFAULT, store),
            new StringCodec(),
            EngineLimits.DEFAULT,
            Optional.empty());
    private final Corridor corridor = new Corridor(() -> engine, new OperationSource());
    private final Payments payments = new Payments();
    private Method charge;

    @BeforeEach
    void findMethod() throws Exception {
        charge = Payments.class.getMethod("charge", String.class);
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    @Test
    void duplicate_throughEitherDoor_getsFirstAnswer() throws Throwable {
        assertThat(proxied("a", body("a"))).isEqualTo("a #1");
        assertThat(woven("a", body("a"))).isEqualTo("a #1");
    }

    @Test
    void wovenCall_ofAnotherTypeWithTheSameOperation_isNotRun() throws Throwable {
        woven("a", body("a"));
        Method pay = NamesakePayments.class.getMethod("pay", String.class);
        Object[] arguments = {"b"};
        assertThatExceptionOfType(DuplicateOperationException.class)
                .isThrownBy(() -> corridor.enterWoven(new NamesakePayments(), pay, arguments, body("b")));
        assertThat(payments.runs()).isEqualTo(1);
    }

    @Test
    void wovenBehindProxy_sameCall_isGuardedOnce() throws Throwable {
        assertThat(proxied("a", () -> woven("a", body("a")))).isEqualTo("a #1");
    }

    @Test
    void adviceInsideProxy_proceedsAgainAfterFailure_isLetThroughAgain() throws Throwable {
        Object answer = proxied("a", () -> {
            try {
                return woven("a", () -> {
                    throw new IllegalStateException("first attempt");
                });
            } catch (IllegalStateException e) {
                return woven("a", body("a"));
            }
        });
        assertThat(answer).isEqualTo("a #1");
    }

    @Test
    void wovenBody_callsItself_isGuardedAnew() throws Throwable {
        woven("inner", body("inner"));
        Object answer = proxied("outer", () -> woven("outer", () -> "outer of " + woven("inner", body("inner"))));
        assertThat(answer).isEqualTo("outer of inner #1");
        assertThat(payments.runs()).isEqualTo(1);
    }

    @Test
    void adviceInsideProxy_callsOtherObject_isGuarded() throws Throwable {
        Payments other = new Payments();
        woven("a", body("a"));
        Object answer = proxied("b", () -> corridor.enterWoven(other, charge, new Object[] {"a"}, body("a")));
        assertThat(answer).isEqualTo("a #1");
    }

    @Test
    void mark_afterProxiedCall_isGone() throws Throwable {
        proxied("a", body("a"));
        assertThat(woven("a", body("a"))).isEqualTo("a #1");
    }

    @Test
    void methodWithoutAnnotation_throughProxy_goesStraightThrough() throws Throwable {
        Method lookUp = Payments.class.getMethod("lookUp", String.class);
        assertThat(corridor.enterProxied(payments, lookUp, new Object[] {"a"}, () -> "first"))
                .isEqualTo("first");
        assertThat(corridor.enterProxied(payments, lookUp, new Object[] {"a"}, () -> "second"))
                .isEqualTo("second");
    }

    private Object proxied(String order, Invocation invocation) throws Throwable {
        return corridor.enterProxied(payments, charge, new Object[] {order}, invocation);
    }

    private Object woven(String order, Invocation invocation) throws Throwable {
        return corridor.enterWoven(payments, charge, new Object[] {order}, invocation);
    }

    private Invocation body(String order) {
        return () -> payments.charge(order);
    }
}
