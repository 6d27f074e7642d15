package dev.idem.spring;

import dev.idem.engine.Operation;
import org.springframework.aop.framework.autoproxy.AbstractAutoProxyCreator;
import org.springframework.beans.factory.support.AbstractBeanFactory;

/** Refuses beans that no proxy will guard, and pairs of beans whose calls a proxy could not tell apart. */
final class ProxyDoorCheck implements DoorCheck {

    private final AbstractBeanFactory beans;

    ProxyDoorCheck(AbstractBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void check(String beanName, Class<?> type, Operation operation, Class<?> firstType) {
        checkNotTooEarly(beanName, type);
        if (type != firstType) {
            throw new IdempotencySetupException(
                    "Beans of " + firstType.getName() + " and of " + type.getName() + " share the inherited operation '"
                            + operation + "': equal calls of the two would get each other's answers.",
                    "Override the method in each class and annotate it there with @IdempotentCall.");
        }
    }

    private void checkNotTooEarly(String beanName, Class<?> type) {
        if (beans.getBeanPostProcessors().stream().noneMatch(AbstractAutoProxyCreator.class::isInstance)) {
            throw new IdempotencySetupException(
                    "The bean '" + beanName + "' of " + type.getName() + " has @IdempotentCall methods, but was created"
                            + " too early to be guarded by a proxy.",
                    "Let nothing that starts before other beans depend on it, such as a BeanPostProcessor: inject an"
                            + " ObjectProvider there, or mark the parameter @Lazy.");
        }
    }
}
