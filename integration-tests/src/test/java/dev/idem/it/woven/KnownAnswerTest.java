package dev.idem.it.woven;

import dev.idem.it.Application;
import dev.idem.it.Assistant;
import dev.idem.it.KnownAnswerContract;
import java.util.Arrays;

/** Through woven code: the array of the arguments, and where it was woven when it was loaded AspectJ's closure. */
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
        boolean inlined = Arrays.stream(Assistant.class.getDeclaredMethods())
                .anyMatch(method -> method.getName().endsWith("$advice"));
        return inlined ? 24 : 72;
    }
}
