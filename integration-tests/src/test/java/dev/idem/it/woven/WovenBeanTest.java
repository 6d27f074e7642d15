package dev.idem.it.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.it.Application;
import dev.idem.it.Desk;
import dev.idem.it.InheritingDesk;
import dev.idem.it.InterceptionContract;
import dev.idem.it.MarketQuotes;
import dev.idem.it.OverridingDesk;
import dev.idem.it.Shop;
import dev.idem.it.ShopService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.support.AopUtils;

/** Woven beans, without any proxy. */
final class WovenBeanTest extends InterceptionContract {

    @Override
    protected Application startApplication() {
        return woven().having(ShopService.class).start();
    }

    @Test
    void shop_behindThisDoor_isNoProxy() {
        try (Application application = startApplication()) {
            assertThat(AopUtils.isAopProxy(application.bean(Shop.class))).isFalse();
        }
    }

    @Test
    void selfInvocation_isGuarded() {
        try (Application application = startApplication()) {
            assertThat(application.bean(Shop.class).twice("a")).isEqualTo("1 and 1");
        }
    }

    @Test
    void inheritedMethod_isGuarded() {
        try (Application application = woven().having(InheritingDesk.class).start()) {
            Desk desk = application.bean(Desk.class);
            assertThat(desk.file("a")).isEqualTo("a #1");
            assertThat(desk.file("a")).isEqualTo("a #1");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {OverridingDesk.class, MarketQuotes.class})
    void methodThatIsNotAnnotatedItself_stopsTheStartUp(Class<?> type) {
        try (Application application = woven().having(type)) {
            assertThatThrownBy(application::start)
                    .hasMessageContaining("The mode is 'aspectj', but " + type.getName())
                    .hasMessageContaining("is not woven: its calls would not be guarded.");
        }
    }

    private static Application woven() {
        return Application.with("idem.mode=aspectj");
    }
}
