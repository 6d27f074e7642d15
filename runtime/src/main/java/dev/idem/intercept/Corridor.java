package dev.idem.intercept;

import dev.idem.engine.IdempotencyEngine;
import dev.idem.engine.Invocation;
import dev.idem.engine.Operation;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one way from both doors to the engine. Thread-safe. */
public final class Corridor {

    private final Supplier<IdempotencyEngine> engine;
    private final OperationSource operations;
    private final DoorMarks marks = new DoorMarks();

    /**
     * Both doors of an application use the same corridor.
     *
     * @param engine asked at each call, so that the doors can be hung before the engine is built
     */
    public Corridor(Supplier<IdempotencyEngine> engine, OperationSource operations) {
        this.engine = engine;
        this.operations = operations;
    }

    /**
     * Guards a call that came through a proxy, if an annotation applies to it.
     *
     * @param target the object behind the proxy
     * @param method the method as the caller named it
     */
    public @Nullable Object enterProxied(
            Object target, Method method, @Nullable Object[] arguments, Invocation invocation) throws Throwable {
        Optional<Operation> operation = operations.find(method, target.getClass());
        if (operation.isEmpty()) {
            return invocation.proceed();
        }
        Operation guarded = operation.get();
        IdempotencyEngine guard = engine.get();
        Object known = guard.known(guarded, arguments);
        return known == IdempotencyEngine.UNKNOWN
                ? guard.execute(guarded, arguments, marks.leftAround(target, guarded, invocation))
                : known;
    }

    /** Whether the proxy door of this corridor has just guarded the method on this object. */
    public boolean hasGuarded(@Nullable Object target, Method method) {
        return marks.has(target, operations.declaredBy(method));
    }

    /**
     * Guards a call of woven code, unless a proxy door has just done so.
     *
     * @param target the object whose method runs; null for a static method
     * @param method the annotated method that runs
     */
    public @Nullable Object enterWoven(
            @Nullable Object target, Method method, @Nullable Object[] arguments, Invocation invocation)
            throws Throwable {
        Operation operation = operations.declaredBy(method);
        if (marks.has(target, operation)) {
            return marks.takeAround(invocation);
        }
        IdempotencyEngine guard = engine.get();
        Object known = guard.known(operation, arguments);
        return known == IdempotencyEngine.UNKNOWN ? guard.execute(operation, arguments, invocation) : known;
    }

    /**
     * The answer that is known for a call of woven code, if no call is on its way through a proxy of this corridor: it
     * could be this one.
     *
     * @return {@link IdempotencyEngine#UNKNOWN} if there is none, or it is not certain that the call is not guarded yet
     */
    public @Nullable Object knownWoven(Method method, @Nullable Object[] arguments) throws Throwable {
        return marks.areLeft()
                ? IdempotencyEngine.UNKNOWN
                : engine.get().known(operations.declaredBy(method), arguments);
    }
}
