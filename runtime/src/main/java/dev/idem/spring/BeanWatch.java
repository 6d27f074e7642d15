package dev.idem.spring;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Shows every bean to {@link GuardedBeans} and changes none. Never a bean itself: Spring would count it twice, and then
 * report every other bean as made too early.
 */
record BeanWatch(GuardedBeans guarded) implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        guarded.add(bean, beanName);
        return bean;
    }
}
