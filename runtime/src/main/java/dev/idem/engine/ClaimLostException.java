package dev.idem.engine;

/** A further attempt is due, but the claim is known to be lost: the call claims again. Never seen outside of the engine. */
final class ClaimLostException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ClaimLostException() {
        super(null, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    }
}
