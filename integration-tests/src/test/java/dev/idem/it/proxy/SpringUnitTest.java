package dev.idem.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.Idempotency;
import dev.idem.it.Shop;
import dev.idem.it.ShopService;
import dev.idem.it.Work;
import dev.idem.junit.IdempotencyExtension;
import dev.idem.junit.TestClock;
import dev.idem.spring.IdempotencyAutoConfiguration;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A user's own test of an application, whose context is kept from test to test. */
@SpringBootTest(properties = "idem.store=local", classes = SpringUnitTest.TestApplication.class)
@ExtendWith(IdempotencyExtension.class)
final class SpringUnitTest {

    @Autowired
    private Shop shop;

    @Autowired
    private Work work;

    @Autowired
    private Idempotency idempotency;

    @RepeatedTest(2)
    void test_beginsWithoutRecords() {
        int runs = work.runs();
        assertThat(shop.stock("a")).isEqualTo(runs + 1);
        assertThat(shop.stock("a")).isEqualTo(runs + 1);
    }

    @Test
    void clockOfTheApplication_endsRecords(TestClock clock) {
        int first = shop.stock("a");
        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(shop.stock("a")).isEqualTo(first);
        clock.advance(Duration.ofMillis(1));
        assertThat(shop.stock("a")).isEqualTo(first + 1);
    }

    @Test
    void idempotency_isTheApplicationsOwn(Idempotency injected) {
        assertThat(injected).isSameAs(idempotency);
    }

    @Configuration(proxyBeanMethods = false)
    @Import({IdempotencyAutoConfiguration.class, ShopService.class, Work.class})
    static class TestApplication {

        @Bean
        TestClock clock() {
            return new TestClock();
        }
    }
}
