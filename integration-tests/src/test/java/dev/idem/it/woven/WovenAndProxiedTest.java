package dev.idem.it.woven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.it.Application;
import dev.idem.it.InterceptionContract;
import dev.idem.it.Shop;
import dev.idem.it.ShopService;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;

/** Woven beans behind proxies: each call passes both doors and is claimed once. */
final class WovenAndProxiedTest extends InterceptionContract {

    @Override
    protected Application startApplication() {
        return Application.with().having(ShopService.class).start();
    }

    @Test
    void shop_behindThisDoor_isProxiedAndWoven() {
        try (Application application = startApplication()) {
            Shop shop = application.bean(Shop.class);
            assertThat(AopUtils.isCglibProxy(shop)).isTrue();
            assertThat(shop.twice("a")).isEqualTo("1 and 1");
        }
    }

    @Test
    void twoCalls_throughBothDoors_claimTwice() {
        try (Application application = startApplication()) {
            Shop shop = application.bean(Shop.class);
            shop.stock("a");
            shop.stock("a");
            assertThat(application.store().claims()).isEqualTo(2);
            assertThat(application.work().runs()).isEqualTo(1);
        }
    }

    @Test
    void callOfAnOlderApplication_isGuardedByItAlone() {
        try (Application older = startApplication();
                Application newer = startApplication()) {
            older.bean(Shop.class).stock("a");
            assertThat(older.store().claims()).isEqualTo(1);
            assertThat(newer.store().claims()).isZero();
        }
    }
}
