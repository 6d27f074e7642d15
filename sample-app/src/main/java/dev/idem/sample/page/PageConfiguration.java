package dev.idem.sample.page;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;

/**
 * Looks at prompts in two places: where they come in, and behind the guard, where only those come that run. What the
 * advisors need is made when the first prompt comes, since advisors are there before ordinary beans.
 */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Onlooker atTheDoor(ObjectProvider<Traffic> traffic) {
        return new Onlooker(
                RestController.class,
                Ordered.HIGHEST_PRECEDENCE,
                call -> traffic.getObject().watch(call));
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Onlooker behindTheGuard(ObjectProvider<Traffic> traffic) {
        return new Onlooker(Service.class, Ordered.LOWEST_PRECEDENCE, call -> {
            traffic.getObject().run();
            return call.proceed();
        });
    }
}
