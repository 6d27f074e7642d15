package dev.idem.spring;

import org.springframework.context.annotation.AdviceMode;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * What the place that enables the library asks for: the annotation itself, or else the properties that Spring Boot's
 * users know.
 *
 * @param mode which door
 * @param proxyTargetClass whether proxies extend the bean's class
 */
record EnablingPlace(AdviceMode mode, boolean proxyTargetClass) {

    static EnablingPlace of(AnnotationMetadata metadata, Environment environment) {
        MergedAnnotation<EnableIdempotentCalls> annotation =
                metadata.getAnnotations().get(EnableIdempotentCalls.class);
        return annotation.isPresent()
                ? new EnablingPlace(
                        annotation.getEnum("mode", AdviceMode.class), annotation.getBoolean("proxyTargetClass"))
                : configured(environment);
    }

    /** A mode that does not exist is refused when the properties are bound. */
    private static EnablingPlace configured(Environment environment) {
        boolean woven = "aspectj".equalsIgnoreCase(environment.getProperty("idem.mode"));
        return new EnablingPlace(
                woven ? AdviceMode.ASPECTJ : AdviceMode.PROXY,
                environment.getProperty("spring.aop.proxy-target-class", Boolean.class, true));
    }
}
