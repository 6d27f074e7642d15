package dev.idem.engine;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The user's method with its arguments, ready to begin work that ends later. */
@FunctionalInterface
public interface AsyncInvocation {

    /**
     * Begins the work.
     *
     * @param current the run that it is
     * @return completes with the method's result, or with what is its failure, on any thread; null counts as a failure
     * @throws Throwable if the work could not begin: what the caller gets
     */
    @Nullable
    CompletionStage<? extends @Nullable Object> begin(CurrentCall current) throws Throwable;
}
