package dev.idem.it.http;

import dev.idem.KeyConflictException;
import dev.idem.MissingIdempotencyKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** An application that answers some refusals in its own way. */
@RestControllerAdvice
class NamingAdvice {

    @ExceptionHandler({KeyConflictException.class, MissingIdempotencyKeyException.class})
    ResponseEntity<String> conflict(RuntimeException e) {
        return ResponseEntity.status(HttpStatus.I_AM_A_TEAPOT).body("mine");
    }
}
