package dev.idem.it.proxy;

import dev.idem.it.Application;
import dev.idem.it.BatchContract;
import dev.idem.it.OrderDeskService;

final class JdkBatchTest extends BatchContract {

    @Override
    protected Application startApplication() {
        return Application.with("spring.aop.proxy-target-class=false")
                .having(OrderDeskService.class)
                .start();
    }
}
