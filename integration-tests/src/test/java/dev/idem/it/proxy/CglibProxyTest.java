package dev.idem.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.it.Application;
import dev.idem.it.InterceptionContract;
import dev.idem.it.Shop;
import dev.idem.it.ShopService;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;

final class CglibProxyTest extends InterceptionContract {

    @Override
    protected Application startApplication() {
        return Application.with().having(ShopService.class).start();
    }

    @Test
    void shop_behindThisDoor_extendsTheClass() {
        try (Application application = startApplication()) {
            assertThat(AopUtils.isCglibProxy(application.bean(Shop.class))).isTrue();
        }
    }
}
