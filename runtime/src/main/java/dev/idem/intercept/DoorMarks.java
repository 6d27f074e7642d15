package dev.idem.intercept;

import dev.idem.engine.Invocation;
import dev.idem.engine.Operation;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the proxy door leaves for the woven door behind it, so that a method that is woven and proxied is guarded once.
 * A mark lies on the calling thread while the proxy proceeds. The woven door takes it while the method itself runs, so
 * that a call which the method makes to itself is guarded, and puts it back, so that an advice inside the proxy may
 * proceed once more.
 */
final class DoorMarks {

    @SuppressWarnings("ThreadLocalUsage") // One per application, not one for all: the doors of two never meet.
    private final ThreadLocal<@Nullable Mark> innermost = new ThreadLocal<>();

    private final AtomicInteger left = new AtomicInteger();

    /** Whether any thread has a mark. */
    boolean areLeft() {
        return left.get() != 0;
    }

    /** The invocation that proceeds with a mark for this operation on this object. */
    Invocation leftAround(@Nullable Object target, Operation operation, Invocation invocation) {
        return new Invocation() {
            @Override
            public @Nullable Object proceed() throws Throwable {
                return leaveAround(target, operation, invocation);
            }

            @Override
            public @Nullable Object proceed(@Nullable Object[] arguments) throws Throwable {
                return leaveAround(target, operation, () -> invocation.proceed(arguments));
            }
        };
    }

    private @Nullable Object leaveAround(@Nullable Object target, Operation operation, Invocation invocation)
            throws Throwable {
        Mark outer = innermost.get();
        left.incrementAndGet();
        innermost.set(new Mark(target, operation));
        try {
            return invocation.proceed();
        } finally {
            restore(outer);
            left.decrementAndGet();
        }
    }

    /** Whether a proxy door has just guarded this operation on this object. */
    boolean has(@Nullable Object target, Operation operation) {
        Mark mark = innermost.get();
        return mark != null && mark.isFor(target, operation);
    }

    /** Proceeds without the innermost mark. */
    @Nullable
    Object takeAround(Invocation invocation) throws Throwable {
        Mark taken = innermost.get();
        innermost.remove();
        try {
            return invocation.proceed();
        } finally {
            restore(taken);
        }
    }

    private void restore(@Nullable Mark mark) {
        if (mark == null) {
            innermost.remove();
        } else {
            innermost.set(mark);
        }
    }

    private record Mark(@Nullable Object target, Operation operation) {

        @SuppressWarnings("ReferenceEquality") // Objects that are equal are still guarded one by one.
        boolean isFor(@Nullable Object other, Operation guarded) {
            return target == other && operation.equals(guarded);
        }
    }
}
