package dev.idem.engine;

import dev.idem.CallInProgressException;
import dev.idem.KeyConflictException;

/**
 * What became of a call, for those who count calls. Each call has one, at its end; a call that is guarded item by item has
 * one for each item, those with the same key taken together. The texts are stable: meters and documents name them.
 */
public enum CallOutcome {
    /** The method ran, and what it returned or threw is the outcome. */
    RUN("run", Kind.RUN),
    /** Answered with a recorded outcome that this process knew of. */
    REPLAYED_LOCAL("replayed.local", Kind.REPLAY),
    /** Answered with a recorded outcome that the shared store had. */
    REPLAYED_REMOTE("replayed.remote", Kind.REPLAY),
    /** Answered with the outcome of the same call, which this process was making at that time. */
    JOINED("joined", Kind.REPLAY),
    /** Answered with the outcome of the same call, after waiting for another process that was making it. */
    WAITED("waited", Kind.REPLAY),
    /** Refused: its key is in use for other content. */
    CONFLICT("conflict", Kind.REFUSAL),
    /** Refused: the same call was still running when the time to wait for it was over. */
    IN_PROGRESS("in_progress", Kind.REFUSAL),
    /** The method ran and failed, or nobody stayed for its outcome. Nothing is recorded. */
    FAILED("failed", Kind.RUN),
    /** Went straight through, unguarded: the operation is switched off, or the call was to be bypassed. */
    BYPASSED("bypassed", Kind.UNGUARDED),
    /** The method ran, guarded by this process alone, since the store gave no answer. */
    LOCAL_ONLY("local_only", Kind.RUN),
    /** Refused for any other reason: no key, no store, an outcome that is unknown or cannot be given back. */
    REJECTED("rejected", Kind.REFUSAL);

    private final String text;
    private final Kind kind;

    CallOutcome(String text, Kind kind) {
        this.text = text;
        this.kind = kind;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /** Whether the caller was answered without a run of its own. */
    public boolean isReplay() {
        return kind == Kind.REPLAY;
    }

    /** Whether the method ran for this call, guarded. */
    public boolean isRun() {
        return kind == Kind.RUN;
    }

    /** What a call becomes that is refused with this. */
    static CallOutcome refused(Throwable failure) {
        if (failure instanceof KeyConflictException) {
            return CONFLICT;
        }
        return failure instanceof CallInProgressException ? IN_PROGRESS : REJECTED;
    }

    private enum Kind {
        RUN,
        REPLAY,
        REFUSAL,
        UNGUARDED
    }
}
