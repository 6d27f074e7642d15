package dev.idem.intercept.aspectj;

import dev.idem.engine.Invocation;
import dev.idem.intercept.Corridor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.reflect.MethodSignature;
import org.jspecify.annotations.Nullable;

/**
 * The woven door: leads every execution of an annotated method to the engine. AspectJ makes the one instance; until a
 * corridor is wired to it every call is refused, unless the system property {@code idem.enabled} is {@code false}.
 */
@Aspect
public final class IdempotentCallAspect {

    private static final String SWITCH = "idem.enabled";

    private final List<Wiring> wirings = new CopyOnWriteArrayList<>();

    /**
     * Leads the calls of woven code through this corridor until the wiring is closed. Of several open wirings the
     * latest counts.
     */
    public Wiring wire(Corridor corridor) {
        Wiring wiring = new Wiring(this, corridor);
        wirings.add(wiring);
        return wiring;
    }

    @Around("execution(@dev.idem.IdempotentCall * *(..))")
    public @Nullable Object guard(ProceedingJoinPoint joinPoint) throws Throwable {
        Object[] open = wirings.toArray();
        MethodSignature signature = (MethodSignature) joinPoint.getSignature();
        if (open.length == 0) {
            return proceedUnwired(joinPoint, signature);
        }
        Object target = joinPoint.getThis();
        return corridor(open, target, signature.getMethod())
                .enterWoven(target, signature.getMethod(), joinPoint.getArgs(), new Woven(joinPoint));
    }

    /** The latest, unless the call came through the proxy door of another one. */
    private static Corridor corridor(Object[] open, @Nullable Object target, Method method) {
        Corridor latest = ((Wiring) open[open.length - 1]).corridor;
        return open.length == 1
                ? latest
                : Arrays.stream(open)
                        .map(wiring -> ((Wiring) wiring).corridor)
                        .filter(corridor -> corridor.hasGuarded(target, method))
                        .findFirst()
                        .orElse(latest);
    }

    private static @Nullable Object proceedUnwired(ProceedingJoinPoint joinPoint, MethodSignature signature)
            throws Throwable {
        if ("false".equals(System.getProperty(SWITCH))) {
            return joinPoint.proceed();
        }
        throw new NotWiredException(signature.toLongString());
    }

    /** The method's own code. */
    private record Woven(ProceedingJoinPoint joinPoint) implements Invocation {

        @Override
        public @Nullable Object proceed() throws Throwable {
            return joinPoint.proceed();
        }

        @Override
        public @Nullable Object proceed(@Nullable Object[] arguments) throws Throwable {
            return joinPoint.proceed(arguments);
        }
    }

    /** A corridor's connection to the aspect. Closing it twice changes nothing. */
    public static final class Wiring implements AutoCloseable {

        private final IdempotentCallAspect aspect;
        private final Corridor corridor;

        private Wiring(IdempotentCallAspect aspect, Corridor corridor) {
            this.aspect = aspect;
            this.corridor = corridor;
        }

        @Override
        public void close() {
            aspect.wirings.remove(this);
        }
    }
}
