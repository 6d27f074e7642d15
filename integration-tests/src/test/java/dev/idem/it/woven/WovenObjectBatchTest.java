package dev.idem.it.woven;

import dev.idem.it.Application;
import dev.idem.it.BatchContract;
import dev.idem.it.OrderDesk;
import dev.idem.it.OrderDeskService;

final class WovenObjectBatchTest extends BatchContract {

    @Override
    protected Application startApplication() {
        return Application.with("idem.mode=aspectj").start();
    }

    @Override
    protected OrderDesk deskOf(Application application) {
        return new OrderDeskService(application.work());
    }
}
