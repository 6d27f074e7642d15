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
    private final Supplier<Optional<AroundCall>> around;
    private final DoorMarks marks = new DoorMarks();

    /**
     * Both doors of an application use the same corridor.
     *
     * @param engine asked at each call, so that the doors can be hung before the engine is built
     */
    public Corridor(Supplier<IdempotencyEngine> engine, OperationSource operations) {
        this(engine, operations, Optional::empty);
    }

    /**
     * A corridor with somebody in it.
     *
     * @param around asked at each call, too
     */
    public Corridor(
            Supplier<IdempotencyEngine> engine, OperationSource operations, Supplier<Optional<AroundCall>> around) {
        this.engine = engine;
        this.operations = operations;
        this.around = around;
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
        Object known = known(guarded, arguments);
        return IdempotencyEngine.UNKNOWN.equals(known)
                ? pass(guarded, arguments, marks.leftAround(target, guarded, invocation))
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
        Object known = known(operation, arguments);
        return IdempotencyEngine.UNKNOWN.equals(known) ? pass(operation, arguments, invocation) : known;
    }

    /**
     * The answer that is known for a call of woven code, if no call is on its way through a proxy of this corridor: it
     * could be this one.
     *
     * @return {@link IdempotencyEngine#UNKNOWN} if there is none, or it is not certain that the call is not guarded yet
     */
    public @Nullable Object knownWoven(Method method, @Nullable Object[] arguments) throws Throwable {
        return marks.areLeft() ? IdempotencyEngine.UNKNOWN : known(operations.declaredBy(method), arguments);
    }

    /** Asked before anything is made for the call. Whoever is in the corridor sees all calls, so then it is not. */
    private @Nullable Object known(Operation operation, @Nullable Object[] arguments) throws Throwable {
        return around.get().isPresent()
                ? IdempotencyEngine.UNKNOWN
                : engine.get().known(operation, arguments);
    }

    private @Nullable Object pass(Operation operation, @Nullable Object[] arguments, Invocation invocation)
            throws Throwable {
        Optional<AroundCall> somebody = around.get();
        return somebody.isPresent()
                ? somebody.get().around(operation, invocation, method -> answer(operation, arguments, method))
                : engine.get().execute(operation, arguments, invocation);
    }

    private @Nullable Object answer(Operation operation, @Nullable Object[] arguments, Invocation method)
            throws Throwable {
        Object known = engine.get().known(operation, arguments);
        return IdempotencyEngine.UNKNOWN.equals(known) ? engine.get().execute(operation, arguments, method) : known;
    }
}
