package dev.idem.it.http;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The card has no money. This is an outcome. */
@ResponseStatus(HttpStatus.PAYMENT_REQUIRED)
public final class DeclinedException extends RuntimeException {

    public DeclinedException(String message) {
        super(message);
    }
}
