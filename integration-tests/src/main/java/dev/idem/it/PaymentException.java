package dev.idem.it;

/** A checked exception. */
public final class PaymentException extends Exception {

    public PaymentException(String message) {
        super(message);
    }
}
