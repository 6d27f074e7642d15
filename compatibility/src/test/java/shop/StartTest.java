package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How the application starts, and how it does not. */
@ExtendWith(OutputCaptureExtension.class)
final class StartTest {

    @Test
    void withoutStoreSettings_isGuardedInTheProcess_andSaysSo(CapturedOutput output) {
        try (Shop shop = Shop.start()) {
            assertPaysOnce(shop);
        }
        assertThat(output).contains("No Redis was found, so idem.store=auto keeps records in this process only");
    }

    @Test
    void redisOfSpringData_isFound(CapturedOutput output) {
        try (Shop shop = Shop.start("--spring.data.redis.url=" + Shop.redis())) {
            assertPaysOnce(shop);
        }
        assertThat(output).doesNotContain("No Redis was found");
    }

    @Test
    void secondNode_getsTheAnswerOfTheFirst() {
        String order = UUID.randomUUID().toString();
        Receipt first;
        try (Shop shop = Shop.startOn("redis")) {
            first = shop.bean(Payments.class).charge(order, BigDecimal.ONE);
        }
        try (Shop shop = Shop.startOn("tiered")) {
            assertThat(shop.bean(Payments.class).charge(order, BigDecimal.ONE)).isEqualTo(first);
            assertThat(shop.bean(Bank.class).payments()).isZero();
        }
    }

    @Test
    void wrongSetting_isExplainedWithAnAction(CapturedOutput output) {
        assertThatThrownBy(() -> Shop.start("--idem.store=nowhere").close()).isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("There is no store named 'nowhere'.")
                .contains("Action:");
    }

    private static void assertPaysOnce(Shop shop) {
        String order = UUID.randomUUID().toString();
        Payments payments = shop.bean(Payments.class);
        assertThat(payments.charge(order, BigDecimal.ONE)).isEqualTo(payments.charge(order, BigDecimal.ONE));
        assertThat(shop.bean(Bank.class).payments()).isEqualTo(1);
    }
}
