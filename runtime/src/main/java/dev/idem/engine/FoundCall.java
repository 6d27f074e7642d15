package dev.idem.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is known of a call. */
public sealed interface FoundCall {

    /** It has not been made, or what it left has ended: the next one runs. */
    record Absent() implements FoundCall {}

    /**
     * It is running.
     *
     * @param lease what is left of its lease, which is renewed while it runs
     */
    record InProgress(Duration lease) implements FoundCall {}

    /** It has been answered, and every duplicate gets that answer. */
    final class Answered implements FoundCall {

        private final Answer answer;
        private final Duration rest;

        Answered(Answer answer, Duration rest) {
            this.answer = answer;
            this.rest = rest;
        }

        /** How much longer duplicates get this answer; positive. */
        public Duration rest() {
            return rest;
        }

        /**
         * What a duplicate gets.
         *
         * @throws Exception what a duplicate gets thrown, or {@link dev.idem.OutcomeUnavailableException} if the answer
         *     cannot be given back
         */
        public @Nullable Object result() throws Exception {
            return Thrown.asException(answer::give);
        }
    }

    /** It began to run, and its owner was not heard of again: see {@link dev.idem.OutcomeUnknownException}. */
    record Unknown() implements FoundCall {}

    /** Its key is in use for other content. */
    record Conflict() implements FoundCall {}
}
