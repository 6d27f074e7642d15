package dev.idem.intercept.aspectj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.engine.CallPolicy;
import dev.idem.engine.EngineLimits;
import dev.idem.engine.Guard;
import dev.idem.engine.IdempotencyEngine;
import dev.idem.intercept.Corridor;
import dev.idem.intercept.OperationSource;
import dev.idem.store.caffeine.CaffeineStore;
import dev.idem.testing.StringCodec;
import dev.idem.testing.shop.Payments;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.aspectj.lang.Aspects;
import org.aspectj.lang.JoinPoint;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.reflect.MethodSignature;
import org.junit.jupiter.api.Test;

/** Which application guards woven code; that weaving works is for the integration tests to show. */
final class IdempotentCallAspectTest {

    private final IdempotentCallAspect aspect = new IdempotentCallAspect();
    private final Payments payments = new Payments();

    @Test
    void aspect_ofThisBuild_hasItsOneInstance() {
        assertThat(Aspects.aspectOf(IdempotentCallAspect.class)).isNotNull();
    }

    @Test
    void call_whileNothingIsWired_isRefused() {
        assertThatExceptionOfType(NotWiredException.class)
                .isThrownBy(this::charge)
                .withMessage("@IdempotentCall method Payments.charge was compiled with AspectJ, but no application that"
                        + " could guard it is running. Start the Spring context before calling it, with"
                        + " idem.mode=aspectj or @EnableIdempotentCalls(mode = ASPECTJ). In a unit test, register"
                        + " dev.idem.junit.IdempotencyExtension; or let every call through, unguarded, with the system"
                        + " property idem.enabled=false.");
        assertThat(payments.runs()).isZero();
    }

    @Test
    void call_whileWired_isGuarded() throws Throwable {
        aspect.wire(corridor());
        assertThat(charge()).isEqualTo("a #1");
        assertThat(charge()).isEqualTo("a #1");
    }

    @Test
    void wirings_two_latestCounts() throws Throwable {
        aspect.wire(corridor());
        charge();
        aspect.wire(corridor());
        assertThat(charge()).isEqualTo("a #2");
    }

    @Test
    void olderWiring_closed_latestStillCounts() throws Throwable {
        IdempotentCallAspect.Wiring older = aspect.wire(corridor());
        aspect.wire(corridor());
        charge();
        older.close();
        assertThat(charge()).isEqualTo("a #1");
    }

    @Test
    void latestWiring_closed_olderCountsAgain() throws Throwable {
        aspect.wire(corridor());
        charge();
        IdempotentCallAspect.Wiring latest = aspect.wire(corridor());
        latest.close();
        latest.close();
        assertThat(charge()).isEqualTo("a #1");
    }

    @Test
    void allWirings_closed_callsAreRefused() {
        aspect.wire(corridor()).close();
        assertThatExceptionOfType(NotWiredException.class).isThrownBy(this::charge);
    }

    private Object charge() throws Throwable {
        return aspect.guard(joinPoint("a"));
    }

    private static Corridor corridor() {
        CaffeineStore store = new CaffeineStore(/* maximumWeight= */ 1_000_000);
        IdempotencyEngine engine = new IdempotencyEngine(
                "test",
                Optional::empty,
                operation -> new Guard(CallPolicy.DEFAULT, store),
                new StringCodec(),
                EngineLimits.DEFAULT,
                Optional.empty());
        return new Corridor(() -> engine, new OperationSource());
    }

    private ProceedingJoinPoint joinPoint(String order) throws Exception {
        var charge = Payments.class.getMethod("charge", String.class);
        MethodSignature signature = answering(MethodSignature.class, (method, arguments) -> switch (method) {
            case "getMethod" -> charge;
            case "toLongString" -> "Payments.charge";
            default -> throw new UnsupportedOperationException(method);
        });
        JoinPoint.StaticPart place = answering(JoinPoint.StaticPart.class, (method, arguments) -> switch (method) {
            case "getSignature" -> signature;
            default -> throw new UnsupportedOperationException(method);
        });
        return answering(ProceedingJoinPoint.class, (method, arguments) -> switch (method) {
            case "getStaticPart" -> place;
            case "getThis" -> payments;
            case "getArgs" -> new Object[] {order};
            case "proceed" -> payments.charge(order);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static <T> T answering(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    private interface Answer {
        Object to(String method, Object[] arguments) throws Throwable;
    }
}
