package dev.idem.engine;

import dev.idem.CallInProgressException;
import dev.idem.KeyConflictException;
import dev.idem.StoreUnavailableException;
import java.time.Duration;

/** Why a call is refused, in words: the call, the cause, and what to do next. */
final class Refusals {

    private Refusals() {}

    static CallInProgressException inProgress(Call call, Duration retryAfter, boolean interrupted) {
        String cause = interrupted
                ? "the thread was interrupted while it waited"
                : "waited for " + call.policy().lockWait() + " (lockWait)";
        return new CallInProgressException(
                call + " is still running elsewhere: " + cause + ". It was not run again. Repeat it after " + retryAfter
                        + ", or allow a longer lockWait.",
                retryAfter,
                null);
    }

    static KeyConflictException conflict(Call call) {
        return new KeyConflictException(
                call + " was refused: its key is in use for other content. It was not run. Use a new key for other"
                        + " content, or repeat the call with the content it was first made with.");
    }

    static StoreUnavailableException unavailable(Call call, Throwable failure) {
        Throwable cause = Stages.cause(failure);
        return new StoreUnavailableException(
                call + " was refused: the store '" + call.policy().store() + "' gave no answer (" + cause.getMessage()
                        + "). Nothing was run. Repeat the call when the store is back.",
                cause);
    }
}
