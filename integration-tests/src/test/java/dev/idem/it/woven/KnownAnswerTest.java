package dev.idem.it.woven;

import dev.idem.it.Application;
import dev.idem.it.Assistant;
import dev.idem.it.KnownAnswerContract;

/** Through woven code: the array of the arguments. */
final class KnownAnswerTest extends KnownAnswerContract {

    @Override
    protected Application startApplication() {
        return Application.with("idem.store=local", "idem.mode=aspectj").start();
    }

    @Override
    protected Assistant assistant(Application running) {
        return new Assistant(running.work());
    }

    @Override
    protected long bytes() {
        return 24;
    }
}
