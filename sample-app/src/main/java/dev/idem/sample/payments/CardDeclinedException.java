package dev.idem.sample.payments;

/** The bank has said no. That is an outcome: asked again, it is not asked again. */
public final class CardDeclinedException extends RuntimeException {

    public CardDeclinedException(String message) {
        super(message);
    }
}
