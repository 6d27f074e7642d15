package dev.idem.engine;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** How a guarded method hands out its result. Implementations are thread-safe and keep nothing. */
@FunctionalInterface
public interface ReturnShape {

    /** The method returns the result itself. Its caller waits for it, on its own thread. */
    ReturnShape VALUE = GuardedCall::await;

    /**
     * The method returns a {@link CompletionStage} of its result. Its caller gets a stage of its own, and no thread
     * waits.
     */
    ReturnShape STAGE = call -> call.begin((current, method) -> (CompletionStage<?>) method.proceed());

    /**
     * Answers a call in this shape.
     *
     * @return what the guarded method's caller gets: the result, or what will have it
     * @throws Throwable what that caller gets thrown
     */
    @Nullable
    Object answer(GuardedCall call) throws Throwable;
}
