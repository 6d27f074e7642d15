package dev.idem.spring;

import dev.idem.intercept.OperationSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanFactory;
import org.springframework.context.annotation.AdviceMode;
import org.springframework.core.io.ResourceLoader;

/**
 * Shows every bean to {@link GuardedBeans} and changes none. Never a bean itself: Spring would count it twice, and then
 * report every other bean as made too early.
 */
record BeanWatch(GuardedBeans guarded) implements BeanPostProcessor {

    /**
     * Watches a factory, once. Before any bean exists, and by hand: a post-processor that is a bean itself would miss
     * those it depends on.
     */
    static void start(ConfigurableListableBeanFactory beans, ResourceLoader resources, AdviceMode mode) {
        if (beans.containsSingleton(GuardedBeans.NAME)) {
            return;
        }
        OperationSource operations = new OperationSource();
        Descriptors.of(resources).forEach(found -> operations.declare(found.type(), found.operations()));
        DoorCheck door = mode == AdviceMode.PROXY
                ? new ProxyDoorCheck((AbstractBeanFactory) beans)
                : new WovenDoorCheck(operations);
        GuardedBeans guarded = new GuardedBeans(mode, operations, door);
        beans.registerSingleton("idempotencyOperations", operations);
        beans.registerSingleton(GuardedBeans.NAME, guarded);
        beans.addBeanPostProcessor(new BeanWatch(guarded));
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        guarded.add(bean, beanName);
        return bean;
    }
}
