package dev.idem.spring;

import dev.idem.intercept.Corridor;
import dev.idem.intercept.aspectj.IdempotentCallAspect;
import org.aspectj.lang.Aspects;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** Wires the woven door. The aspect is no bean, or Spring would hang it a second time. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
final class AspectDoorConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static AspectWiring idempotencyAspectWiring(Corridor corridor) {
        return new AspectWiring(corridor);
    }

    /** The aspect's wiring for the life of the context. A post-processor of the factory, to be made before all beans. */
    static final class AspectWiring implements BeanFactoryPostProcessor, DisposableBean {

        private final IdempotentCallAspect.Wiring wiring;

        AspectWiring(Corridor corridor) {
            this.wiring = Aspects.aspectOf(IdempotentCallAspect.class).wire(corridor);
        }

        @Override
        public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {}

        @Override
        public void destroy() {
            wiring.close();
        }
    }
}
