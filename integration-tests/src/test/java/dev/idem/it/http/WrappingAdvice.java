package dev.idem.it.http;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** An application that has an exception of its own. */
@RestControllerAdvice
class WrappingAdvice {

    @ExceptionHandler
    ResponseEntity<String> checkout(CheckoutException e) {
        return ResponseEntity.status(HttpStatus.I_AM_A_TEAPOT).body("mine");
    }

    /** One that a refusal may cause. */
    static final class CheckoutException extends RuntimeException {

        CheckoutException(Throwable cause) {
            super(cause);
        }
    }
}
