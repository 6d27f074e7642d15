package dev.idem.it.absent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.it.Application;
import dev.idem.it.Shop;
import dev.idem.it.ShopService;
import org.junit.jupiter.api.Test;

/** Runs where the build has excluded Redisson. */
final class RedissonAbsentTest {

    @Test
    void redisson_isReallyAbsent() {
        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> Class.forName("org.redisson.api.RedissonClient"));
    }

    @Test
    void duplicate_onLocalStore_getsFirstAnswer() {
        try (Application application =
                Application.with("idem.store=local").having(ShopService.class).start()) {
            Shop shop = application.bean(Shop.class);
            assertThat(shop.stock("a")).isEqualTo(1);
            assertThat(shop.stock("a")).isEqualTo(1);
        }
    }

    @Test
    void store_redis_saysWhatIsMissing() {
        try (Application application = Application.with("idem.store=redis")) {
            assertThatThrownBy(application::start)
                    .hasMessageContaining("The store 'redis' needs Redisson, which is not on the class path.");
        }
    }
}
