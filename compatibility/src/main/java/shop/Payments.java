package shop;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentCall;
import dev.idem.Retry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One guarded method for each shape of call. */
@Service
public class Payments {

    private final Bank bank;

    public Payments(Bank bank) {
        this.bank = bank;
    }

    @IdempotentCall(operation = "payments.charge", ttl = "1h")
    public Receipt charge(String order, BigDecimal amount) {
        return receipt(order, amount);
    }

    @IdempotentCall(operation = "payments.withKey")
    public Receipt withKey(@IdempotencyKey String key, String order, BigDecimal amount) {
        return receipt(order, amount);
    }

    @IdempotentCall(operation = "payments.decide")
    public Decision decide(String order) {
        int number = bank.pay();
        return order.isEmpty() ? new Decision.Declined("no order") : new Decision.Accepted(number);
    }

    @IdempotentCall(operation = "payments.declined", replay = DeclinedException.class)
    public Receipt declined(String order) {
        throw new DeclinedException("declined " + bank.pay());
    }

    @IdempotentCall(operation = "payments.respond")
    public ResponseEntity<Receipt> respond(String order) {
        return ResponseEntity.status(HttpStatus.CREATED).header("X-Shop", "1").body(receipt(order, BigDecimal.ONE));
    }

    @IdempotentCall(operation = "payments.later")
    public CompletableFuture<Receipt> later(String order) {
        return CompletableFuture.supplyAsync(() -> receipt(order, BigDecimal.TEN));
    }

    @IdempotentCall(operation = "payments.mono")
    public Mono<Receipt> mono(String order) {
        return Mono.fromSupplier(() -> receipt(order, BigDecimal.TEN));
    }

    @IdempotentCall(operation = "payments.flux")
    public Flux<Receipt> flux(String order) {
        return Flux.range(0, 3).map(part -> receipt(order, BigDecimal.valueOf(part)));
    }

    @IdempotentCall(operation = "payments.all", each = "orders")
    public List<Receipt> all(List<String> orders) {
        return orders.stream().map(order -> receipt(order, BigDecimal.ZERO)).toList();
    }

    @IdempotentCall(
            operation = "payments.retried",
            retry = @Retry(maxAttempts = 3, backoff = "1ms", on = IllegalStateException.class))
    public Receipt retried(String order) {
        Receipt receipt = receipt(order, BigDecimal.ONE);
        if (receipt.number() % 3 != 0) {
            throw new IllegalStateException("again");
        }
        return receipt;
    }

    private Receipt receipt(String order, BigDecimal amount) {
        return new Receipt(bank.pay(), order, amount, Instant.EPOCH);
    }
}
