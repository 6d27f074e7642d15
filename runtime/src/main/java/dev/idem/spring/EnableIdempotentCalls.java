package dev.idem.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.AdviceMode;
import org.springframework.context.annotation.Import;

/**
 * Guards the {@link dev.idem.IdempotentCall} methods of this application's beans. Spring Boot does this by itself;
 * elsewhere one configuration class carries this annotation, and the settings come from an
 * {@link IdempotencyProperties} bean, or are the defaults.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Import({IdempotencyImports.class, DoorRegistrar.class})
public @interface EnableIdempotentCalls {

    /** By proxies around beans, or by code that AspectJ has woven. */
    AdviceMode mode() default AdviceMode.PROXY;

    /** Whether proxies extend the bean's class; otherwise they implement its interfaces, where it has any. */
    boolean proxyTargetClass() default false;
}
