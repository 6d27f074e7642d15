package dev.idem.sample.page;

import dev.idem.sample.Completion;
import dev.idem.sample.PromptRequest;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Looks at the methods that turn a prompt into a whole answer. */
final class Onlooker extends StaticMethodMatcherPointcutAdvisor {

    private static final long serialVersionUID = 1L;

    /**
     * Looks at one layer.
     *
     * @param layer what the classes of the layer are annotated with
     * @param order among those that look at the same method: the guard is one of them
     */
    Onlooker(Class<? extends Annotation> layer, int order, MethodInterceptor advice) {
        setClassFilter(type -> AnnotatedElementUtils.hasAnnotation(type, layer));
        setAdvice(advice);
        setOrder(order);
    }

    @Override
    public boolean matches(Method method, Class<?> targetClass) {
        return method.getReturnType() == Completion.class
                && List.of(method.getParameterTypes()).equals(List.of(PromptRequest.class));
    }
}
