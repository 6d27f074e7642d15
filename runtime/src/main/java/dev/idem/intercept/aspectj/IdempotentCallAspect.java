package dev.idem.intercept.aspectj;

import dev.idem.engine.Invocation;
import dev.idem.intercept.Corridor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.reflect.MethodSignature;
import org.jspecify.annotations.Nullable;

/**
 * The woven door: leads every execution of an annotated method to the engine. AspectJ makes the one instance; until a
 * corridor is wired to it every call is refused.
 */
@Aspect
public final class IdempotentCallAspect {

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
        MethodSignature signature = (MethodSignature) joinPoint.getSignature();
        return latest(signature)
                .enterWoven(joinPoint.getThis(), signature.getMethod(), joinPoint.getArgs(), new Woven(joinPoint));
    }

    private Corridor latest(MethodSignature signature) {
        Object[] open = wirings.toArray();
        if (open.length == 0) {
            throw new NotWiredException(signature.toLongString());
        }
        return ((Wiring) open[open.length - 1]).corridor;
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
