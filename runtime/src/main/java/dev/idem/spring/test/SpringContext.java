package dev.idem.spring.test;

import dev.idem.junit.GuardedContext;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The beans of tests that Spring runs. */
public final class SpringContext implements GuardedContext {

    public SpringContext() {}

    @Override
    public <T> Optional<T> find(Class<T> type, ExtensionContext test) {
        return isSprings(test)
                ? Optional.ofNullable(SpringExtension.getApplicationContext(test)
                        .getBeanProvider(type)
                        .getIfAvailable())
                : Optional.empty();
    }

    /** Asked before the context is, as asking starts it. */
    private static boolean isSprings(ExtensionContext test) {
        Class<?> type = test.getRequiredTestClass();
        return TestContextAnnotationUtils.hasAnnotation(type, BootstrapWith.class)
                || TestContextAnnotationUtils.hasAnnotation(type, ContextConfiguration.class);
    }
}
