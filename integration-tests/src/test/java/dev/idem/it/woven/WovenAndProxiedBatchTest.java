package dev.idem.it.woven;

import dev.idem.it.Application;
import dev.idem.it.BatchContract;
import dev.idem.it.OrderDeskService;

/** Each run of the method passes both doors, and is let through by the inner one. */
final class WovenAndProxiedBatchTest extends BatchContract {

    @Override
    protected Application startApplication() {
        return Application.with().having(OrderDeskService.class).start();
    }
}
