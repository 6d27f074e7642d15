package dev.idem.intercept.proxy;

import dev.idem.engine.Invocation;
import dev.idem.intercept.Corridor;
import java.util.Arrays;
import java.util.Objects;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AopProxyUtils;

/** The proxy door: leads the calls of a Spring proxy to the engine. */
public final class IdempotentCallInterceptor implements MethodInterceptor {

    private final Corridor corridor;

    public IdempotentCallInterceptor(Corridor corridor) {
        this.corridor = corridor;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Object target = Objects.requireNonNull(invocation.getThis(), "A guarded proxy has a target.");
        if (leadsToGuardedProxy(target)) {
            return invocation.proceed();
        }
        return corridor.enterProxied(
                target, invocation.getMethod(), invocation.getArguments(), new Proxied(invocation));
    }

    /** Of proxies around proxies the innermost guards; an outer one would wait for itself. */
    private static boolean leadsToGuardedProxy(@Nullable Object target) {
        return target instanceof Advised advised
                && (Arrays.stream(advised.getAdvisors()).anyMatch(IdempotentCallAdvisor.class::isInstance)
                        || leadsToGuardedProxy(AopProxyUtils.getSingletonTarget(target)));
    }

    /** The rest of the proxy's chain, and the method. A chain is gone through once; so each run has one of its own. */
    private record Proxied(MethodInvocation invocation) implements Invocation {

        @Override
        public @Nullable Object proceed() throws Throwable {
            return proceed(invocation.getArguments());
        }

        @Override
        public @Nullable Object proceed(@Nullable Object[] arguments) throws Throwable {
            return ((ProxyMethodInvocation) invocation)
                    .invocableClone(arguments)
                    .proceed();
        }
    }
}
