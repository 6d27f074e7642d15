package dev.idem.it.http;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What many applications have: one handler for everything. */
@RestControllerAdvice
class CatchAll {

    @ExceptionHandler
    ResponseEntity<String> all(Exception e) {
        return ResponseEntity.status(HttpStatus.I_AM_A_TEAPOT).body("all");
    }

    /** An exception of the application that a refusal may cause. */
    static final class CheckoutException extends RuntimeException {

        CheckoutException(Throwable cause) {
            super(cause);
        }
    }
}
