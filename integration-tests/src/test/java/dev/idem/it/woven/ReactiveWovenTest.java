package dev.idem.it.woven;

import dev.idem.it.Application;
import dev.idem.it.FeedService;
import dev.idem.it.ReactiveContract;

final class ReactiveWovenTest extends ReactiveContract {

    @Override
    protected Application startApplication() {
        return Application.with("idem.mode=aspectj").having(FeedService.class).start();
    }
}
