package dev.idem.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.engine.Retrier;
import dev.idem.retry.RetryClassifier;
import dev.idem.testing.shop.Couriers;
import dev.idem.testing.shop.Couriers.LostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Retries as an application has them. */
final class RetryWiringTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(IdempotencyAutoConfiguration.class))
            .withPropertyValues("idem.store=local")
            .withBean(Couriers.class);

    private static void assertAttempts(ApplicationContextRunner runner, int expected) {
        runner.run(context -> {
            Couriers couriers = context.getBean(Couriers.class);
            assertThatThrownBy(() -> couriers.send("letter"))
                    .isInstanceOf(LostException.class)
                    .hasMessage("lost " + expected);
        });
    }

    @Test
    void annotation_isObeyed() {
        assertAttempts(runner, 3);
    }

    @Test
    void numbers_inConfiguration_win() {
        assertAttempts(runner.withPropertyValues("idem.operations[couriers.send].retry.max-attempts=5"), 5);
    }

    @Test
    void delays_inConfiguration_win() {
        List<String> asked = new ArrayList<>();
        Retrier spy = (operation, policy) -> {
            asked.add(operation + " " + policy.maxAttempts() + " " + policy.backoff() + " " + policy.maxBackoff() + " "
                    + policy.jitter());
            return failure -> Optional.empty();
        };

        assertAttempts(
                runner.withBean(Retrier.class, () -> spy)
                        .withPropertyValues(
                                "idem.operations[couriers.send].retry.backoff=2s",
                                "idem.operations[couriers.send].retry.max-backoff=3s",
                                "idem.operations[couriers.send].retry.jitter=0.1"),
                1);
        assertThat(asked)
                .containsExactly("couriers.send 3 " + Duration.ofSeconds(2) + " " + Duration.ofSeconds(3) + " 0.1");
    }

    @Test
    void classifier_ofTheApplication_replacesOurs() {
        assertAttempts(runner.withBean(RetryClassifier.class, () -> failure -> RetryClassifier.Verdict.NEVER), 1);
    }
}
