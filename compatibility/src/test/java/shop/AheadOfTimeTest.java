package shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The same application from what Spring generated when it was built. */
final class AheadOfTimeTest extends GuardContract {

    private static final String PROPERTY = "spring.aot.enabled";

    @Override
    Shop start() {
        System.setProperty(PROPERTY, "true");
        try {
            return Shop.startOn("tiered");
        } finally {
            System.clearProperty(PROPERTY);
        }
    }

    @Test
    void generatedCode_isReallyUsed() {
        assertThat(shop().hasBean("org.springframework.context.annotation.internalConfigurationAnnotationProcessor"))
                .isFalse();
    }
}
