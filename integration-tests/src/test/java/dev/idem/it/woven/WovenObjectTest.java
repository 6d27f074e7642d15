package dev.idem.it.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.intercept.aspectj.NotWiredException;
import dev.idem.it.Application;
import dev.idem.it.InterceptionContract;
import dev.idem.it.Shop;
import dev.idem.it.ShopService;
import dev.idem.it.Work;
import org.junit.jupiter.api.Test;

/** Woven objects that are no beans. */
final class WovenObjectTest extends InterceptionContract {

    @Override
    protected Application startApplication() {
        return Application.with("idem.mode=aspectj").start();
    }

    @Override
    protected Shop shopOf(Application application) {
        return new ShopService(application.work());
    }

    @Test
    void call_afterTheApplicationHasEnded_isRefused() {
        stopApplication();
        Work work = new Work();
        assertThatExceptionOfType(NotWiredException.class).isThrownBy(() -> new ShopService(work).stock("a"));
        assertThat(work.runs()).isZero();
    }
}
