package dev.idem.intercept.proxy;

import dev.idem.intercept.OperationSource;
import java.lang.reflect.Method;
import org.aopalliance.aop.Advice;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.MethodMatcher;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.AbstractPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcher;

/**
 * Hangs the proxy door before every method that the operation source knows. Inside method security, since a duplicate
 * must be authorised too, and outside transactions, caches and retries.
 */
public final class IdempotentCallAdvisor extends AbstractPointcutAdvisor {

    private final transient Pointcut pointcut;
    private final transient IdempotentCallInterceptor interceptor;

    public IdempotentCallAdvisor(OperationSource operations, IdempotentCallInterceptor interceptor) {
        this.pointcut = new GuardedMethodPointcut(operations);
        this.interceptor = interceptor;
        setOrder(LOWEST_PRECEDENCE - 100);
    }

    @Override
    public Pointcut getPointcut() {
        return pointcut;
    }

    @Override
    public Advice getAdvice() {
        return interceptor;
    }

    /** Matches what the interceptor would guard, since both ask the same source. */
    private record GuardedMethodPointcut(OperationSource operations) implements Pointcut {

        @Override
        public ClassFilter getClassFilter() {
            return operations::guards;
        }

        @Override
        public MethodMatcher getMethodMatcher() {
            return new StaticMethodMatcher() {
                @Override
                public boolean matches(Method method, Class<?> targetClass) {
                    return operations.find(method, targetClass).isPresent();
                }
            };
        }
    }
}
