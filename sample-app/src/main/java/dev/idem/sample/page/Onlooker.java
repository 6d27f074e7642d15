package dev.idem.sample.page;

import dev.idem.sample.Completion;
import dev.idem.sample.PromptRequest;
import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;

/** Sees each prompt that comes in for a whole answer, and what becomes of it. */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
final class Onlooker extends StaticMethodMatcherPointcutAdvisor {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the advisor.
     *
     * @param traffic made when the first prompt comes in: an advisor is there before ordinary beans
     */
    Onlooker(ObjectProvider<Traffic> traffic) {
        setClassFilter(type -> AnnotatedElementUtils.hasAnnotation(type, RestController.class));
        setAdvice((MethodInterceptor) invocation -> look(invocation, traffic.getObject()));
        setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean matches(Method method, Class<?> targetClass) {
        return method.getReturnType() == Completion.class
                && method.getParameterCount() == 1
                && method.getParameterTypes()[0] == PromptRequest.class;
    }

    private static @Nullable Object look(MethodInvocation invocation, Traffic traffic) throws Throwable {
        Visit visit = traffic.arrived((PromptRequest) invocation.getArguments()[0]);
        try {
            Object answer = invocation.proceed();
            traffic.answered(visit, (Completion) answer);
            return answer;
        } catch (Throwable failure) {
            traffic.failed(visit);
            throw failure;
        }
    }
}
