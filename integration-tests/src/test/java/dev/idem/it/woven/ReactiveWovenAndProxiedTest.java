package dev.idem.it.woven;

import dev.idem.it.Application;
import dev.idem.it.FeedService;
import dev.idem.it.ReactiveContract;

/** Each call passes both doors and is claimed once, on whatever thread its method runs. */
final class ReactiveWovenAndProxiedTest extends ReactiveContract {

    @Override
    protected Application startApplication() {
        return Application.with().having(FeedService.class).start();
    }
}
