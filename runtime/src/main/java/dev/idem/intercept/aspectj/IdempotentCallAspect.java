package dev.idem.intercept.aspectj;

import dev.idem.engine.IdempotencyEngine;
import dev.idem.engine.Invocation;
import dev.idem.intercept.Corridor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aspectj.lang.JoinPoint;
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

    /** The corridor that is wired, if it is the only one. */
    private volatile @Nullable Corridor only;

    /**
     * Leads the calls of woven code through this corridor until the wiring is closed. Of several open wirings the
     * latest counts.
     */
    public synchronized Wiring wire(Corridor corridor) {
        Wiring wiring = new Wiring(this, corridor);
        wirings.add(wiring);
        findOnly();
        return wiring;
    }

    private synchronized void unwire(Wiring wiring) {
        wirings.remove(wiring);
        findOnly();
    }

    private void findOnly() {
        only = wirings.size() == 1 ? wirings.get(0).corridor : null;
    }

    /** Methods without parameters, and with more than {@code TypedCallAspect} has advices for. */
    @Around("execution(@dev.idem.IdempotentCall * *(..)) && !execution(* *(*)) && !execution(* *(*, *))"
            + " && !execution(* *(*, *, *)) && !execution(* *(*, *, *, *))")
    public @Nullable Object guard(ProceedingJoinPoint joinPoint) throws Throwable {
        return guard(joinPoint.getStaticPart(), joinPoint.getThis(), joinPoint.getArgs(), new Woven(joinPoint));
    }

    /**
     * The answer that is known for these arguments. For the advices of {@code TypedCallAspect}, whose code lies in woven
     * classes.
     *
     * @return {@link IdempotencyEngine#UNKNOWN} if there is none, or the call is to be looked at more closely
     */
    public @Nullable Object known(JoinPoint.StaticPart place, @Nullable Object[] arguments) {
        Corridor corridor = only;
        if (corridor == null) {
            return IdempotencyEngine.UNKNOWN;
        }
        try {
            return corridor.knownWoven(methodAt(place), arguments);
        } catch (Throwable recorded) {
            throw unchecked(recorded);
        }
    }

    /** Leads a call to the engine. For the same advices. */
    public @Nullable Object lead(
            JoinPoint.StaticPart place, @Nullable Object target, @Nullable Object[] arguments, Invocation invocation) {
        try {
            return guard(place, target, arguments, invocation);
        } catch (Throwable failure) {
            throw unchecked(failure);
        }
    }

    private @Nullable Object guard(
            JoinPoint.StaticPart place, @Nullable Object target, @Nullable Object[] arguments, Invocation invocation)
            throws Throwable {
        Object[] open = wirings.toArray();
        Method method = methodAt(place);
        return open.length == 0
                ? proceedUnwired(invocation, place)
                : corridor(open, target, method).enterWoven(target, method, arguments, invocation);
    }

    private static Method methodAt(JoinPoint.StaticPart place) {
        return ((MethodSignature) place.getSignature()).getMethod();
    }

    /** What the method throws passes through advices that cannot declare it. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // nothing is cast at run time
    private static <E extends Throwable> RuntimeException unchecked(Throwable failure) throws E {
        throw (E) failure;
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

    private static @Nullable Object proceedUnwired(Invocation invocation, JoinPoint.StaticPart place) throws Throwable {
        if ("false".equals(System.getProperty(SWITCH))) {
            return invocation.proceed();
        }
        throw new NotWiredException(place.getSignature().toLongString());
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
            aspect.unwire(this);
        }
    }
}
