package dev.idem.it.proxy;

import dev.idem.it.Application;
import dev.idem.it.BatchContract;
import dev.idem.it.OrderDeskService;

final class CglibBatchTest extends BatchContract {

    @Override
    protected Application startApplication() {
        return Application.with().having(OrderDeskService.class).start();
    }
}
