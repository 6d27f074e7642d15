package dev.idem.engine;

import dev.idem.key.IdempotencyKeys;

/** The guarded call whose method is running, as that method sees it. Thread-safe; it may be handed to other threads. */
public final class CurrentCall {

    private final Call call;
    private final Run run;
    private final int attempt;
    private final Scope outer;

    /**
     * A call that has its turn.
     *
     * @param outer what it was made inside of
     */
    CurrentCall(Call call, Run run, int attempt, Scope outer) {
        this.call = call;
        this.run = run;
        this.attempt = attempt;
        this.outer = outer;
    }

    /** The operation's name. */
    public String operation() {
        return call.operation().name();
    }

    /** The client's key, or the key that was derived from the content. */
    public String key() {
        return call.address().key();
    }

    /** Which attempt of the call this is; 1 for the first. Earlier ones count that were made on a claim since lost. */
    public int attempt() {
        return attempt;
    }

    /**
     * Whether the claim on this call holds, as far as is known here. False: another process may run the call now, or has;
     * what has not been done yet is better left undone.
     */
    public boolean isLeaseHeld() {
        return run.mayBegin();
    }

    /**
     * The key to send along with a request to another system, so that it recognises the request when this call is run
     * again. It is the same for every run and attempt of this call, and differs between applications, tenants, operations, keys and
     * steps.
     *
     * @param step names the request among those that this call makes: two different requests need two steps
     * @return {@link IdempotencyKeys#scopedSha256Hex(String, String)} of the record's address and the step
     * @throws dev.idem.IdempotencyKeyException if the step holds a lone surrogate
     */
    public String upstreamKey(String step) {
        return IdempotencyKeys.scopedSha256Hex(call.address().text(), step);
    }

    /** The inside of this run. */
    Scope inside() {
        return outer.enter(this);
    }

    boolean isOf(Call other) {
        return call.isSame(other);
    }
}
