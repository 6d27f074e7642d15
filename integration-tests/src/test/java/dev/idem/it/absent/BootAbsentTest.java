package dev.idem.it.absent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.it.Shop;
import dev.idem.it.ShopService;
import dev.idem.it.Work;
import dev.idem.spring.EnableIdempotentCalls;
import dev.idem.spring.IdempotencyProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs where there is Spring, but neither Spring Boot nor AspectJ nor Redisson. */
final class BootAbsentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.boot.SpringApplication",
                "org.springframework.boot.autoconfigure.AutoConfiguration",
                "org.aspectj.lang.Aspects",
                "org.redisson.api.RedissonClient"
            })
    void optionalLibrary_isReallyAbsent(String type) {
        assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> Class.forName(type));
    }

    @Test
    void duplicate_getsFirstAnswer() {
        try (var context = new AnnotationConfigApplicationContext(PlainSpring.class)) {
            Shop shop = context.getBean(Shop.class);
            assertThat(shop.stock("a")).isEqualTo(1);
            assertThat(shop.stock("a")).isEqualTo(1);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableIdempotentCalls
    static class PlainSpring {

        @Bean
        Shop shop() {
            return new ShopService(new Work());
        }

        @Bean
        IdempotencyProperties settings() {
            return IdempotencyProperties.defaults().withStore("local");
        }
    }
}
