package dev.idem.intercept.proxy;

import dev.idem.intercept.Corridor;
import java.util.Objects;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/** The proxy door: leads the calls of a Spring proxy to the engine. */
public final class IdempotentCallInterceptor implements MethodInterceptor {

    private final Corridor corridor;

    public IdempotentCallInterceptor(Corridor corridor) {
        this.corridor = corridor;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Object target = Objects.requireNonNull(invocation.getThis(), "A guarded proxy has a target.");
        return corridor.enterProxied(target, invocation.getMethod(), invocation.getArguments(), invocation::proceed);
    }
}
