package dev.idem.engine;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Lets the user's method begin work that ends later. */
@FunctionalInterface
public interface AsyncInvocation {

    /**
     * Begins the work.
     *
     * @param current the run that it is; empty if it is the run of several calls
     * @param method the method with the arguments of this run
     * @return completes with the method's result, or with what is its failure, on any thread; null counts as a failure
     * @throws Throwable if the work could not begin: what the caller gets
     */
    @Nullable
    CompletionStage<? extends @Nullable Object> begin(Optional<CurrentCall> current, Invocation method)
            throws Throwable;
}
