package dev.idem.engine;

import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The user's method with its arguments, ready to begin a stream of items. */
@FunctionalInterface
public interface StreamInvocation {

    /**
     * Begins the work.
     *
     * @param current the run that it is
     * @return the items, subscribed to once; null counts as a failure
     * @throws Throwable if the work could not begin: what the subscriber gets
     */
    Flow.@Nullable Publisher<?> begin(CurrentCall current) throws Throwable;
}
