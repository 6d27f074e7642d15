package dev.idem.sample.payments;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentCall;
import dev.idem.OwnerCrash;
import dev.idem.Ttl;
import dev.idem.key.IdempotencyKeyHeader;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Charges cards, each payment once. */
@RestController
class PaymentController {

    private final CardNetwork cards;

    PaymentController(CardNetwork cards) {
        this.cards = cards;
    }

    @PostMapping("/api/payments")
    @IdempotentCall(
            operation = "payments.charge",
            ttl = Ttl.PAYMENT,
            replay = CardDeclinedException.class,
            onOwnerCrash = OwnerCrash.REJECT)
    public Receipt pay(
            @IdempotencyKey @RequestHeader(IdempotencyKeyHeader.NAME) IdempotencyKeyHeader key,
            @RequestBody Payment payment) {
        return cards.charge(payment);
    }

    @ExceptionHandler
    ProblemDetail declined(CardDeclinedException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.PAYMENT_REQUIRED, e.getMessage());
    }
}
