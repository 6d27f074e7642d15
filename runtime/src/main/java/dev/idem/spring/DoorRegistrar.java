package dev.idem.spring;

import org.springframework.aop.config.AopConfigUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.AdviceMode;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Makes sure that somebody wraps guarded beans into proxies, the application's own proxy creator or Spring's, that no
 * two types on the class path declare one operation, and that every bean is looked at, however early it is made.
 */
final class DoorRegistrar implements ImportBeanDefinitionRegistrar {

    private final Environment environment;
    private final ConfigurableListableBeanFactory beans;
    private final ResourceLoader resources;

    DoorRegistrar(Environment environment, BeanFactory beans, ResourceLoader resources) {
        this.environment = environment;
        this.resources = resources;
        this.beans = (ConfigurableListableBeanFactory) beans;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
        EnablingPlace place = EnablingPlace.of(metadata, environment);
        if (place.mode() == AdviceMode.PROXY) {
            registerProxyCreator(place, registry);
        }
        BeanWatch.start(beans, resources, place.mode());
    }

    private static void registerProxyCreator(EnablingPlace place, BeanDefinitionRegistry registry) {
        AopConfigUtils.registerAutoProxyCreatorIfNecessary(registry);
        if (place.proxyTargetClass()) {
            AopConfigUtils.forceAutoProxyCreatorToUseClassProxying(registry);
        }
    }
}
