package shop;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentCall;
import dev.idem.key.IdempotencyKeyHeader;
import java.math.BigDecimal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Over HTTP, with whichever Jackson the framework has. */
@RestController
public class PaymentController {

    private final Payments payments;

    public PaymentController(Payments payments) {
        this.payments = payments;
    }

    @PostMapping("/payments")
    public Receipt charge(@RequestBody Charge charge) {
        return payments.charge(charge.order(), charge.amount());
    }

    @PostMapping("/orders")
    @IdempotentCall(operation = "orders.place")
    public Receipt place(
            @IdempotencyKey @RequestHeader("Idempotency-Key") IdempotencyKeyHeader key, @RequestBody Charge charge) {
        return payments.charge(charge.order(), charge.amount());
    }

    public record Charge(String order, BigDecimal amount) {}
}
