package dev.idem.it.proxy;

import dev.idem.it.Application;
import dev.idem.it.Assistant;
import dev.idem.it.KnownAnswerContract;

/** Through a proxy: the arguments, and what Spring makes for its chain of interceptors. */
final class KnownAnswerTest extends KnownAnswerContract {

    @Override
    protected Application startApplication() {
        return Application.with("idem.store=local").having(Assistant.class).start();
    }

    @Override
    protected Assistant assistant(Application running) {
        return running.bean(Assistant.class);
    }

    @Override
    protected long bytes() {
        return 120;
    }
}
