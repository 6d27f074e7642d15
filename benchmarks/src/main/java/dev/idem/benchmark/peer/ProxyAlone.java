package dev.idem.benchmark.peer;

import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.Prompts;
import dev.idem.benchmark.scenario.Size;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;

/** A CGLIB proxy whose only interceptor returns a constant: the least that a proxy costs. */
final class ProxyAlone {

    private ProxyAlone() {}

    static Prompts make() {
        Object answer = new Model().answer(Size.SMALL.request());
        ProxyFactory factory = new ProxyFactory(new Model());
        factory.setProxyTargetClass(true);
        factory.addAdvice((MethodInterceptor) invocation -> answer);
        return (Prompts) factory.getProxy();
    }
}
