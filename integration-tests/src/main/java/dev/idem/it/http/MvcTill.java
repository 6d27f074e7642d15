package dev.idem.it.http;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentCall;
import dev.idem.OwnerCrash;
import dev.idem.key.IdempotencyKeyHeader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The controller for Spring MVC. */
@RestController
public class MvcTill {

    private final Till till;

    public MvcTill(Till till) {
        this.till = till;
    }

    @PostMapping("/charges")
    @IdempotentCall(
            operation = "mvc.charge",
            lockWait = "0s",
            onOwnerCrash = OwnerCrash.REJECT,
            replay = DeclinedException.class)
    public ResponseEntity<Charged> charge(
            @IdempotencyKey @RequestHeader("Idempotency-Key") IdempotencyKeyHeader key, @RequestBody Charge charge) {
        return till.created(charge);
    }

    @PostMapping("/waiting")
    @IdempotentCall(operation = "mvc.waiting")
    public Charged waiting(
            @IdempotencyKey @RequestHeader("Idempotency-Key") IdempotencyKeyHeader key, @RequestBody Charge charge) {
        return till.charge(charge);
    }

    @PostMapping("/silent")
    @IdempotentCall(operation = "mvc.silent")
    public void silent(@IdempotencyKey @RequestHeader("Idempotency-Key") String key, @RequestBody Charge charge) {
        till.charge(charge);
    }

    @PostMapping("/mono")
    @IdempotentCall(operation = "mvc.mono", replay = DeclinedException.class, unless = "charge.account.empty")
    public Mono<Charged> mono(
            @IdempotencyKey @RequestHeader("Idempotency-Key") IdempotencyKeyHeader key, @RequestBody Charge charge) {
        return Mono.fromSupplier(() -> till.charge(charge));
    }

    @PostMapping("/flux")
    @IdempotentCall(operation = "mvc.flux")
    public Flux<Charged> flux(
            @IdempotencyKey @RequestHeader("Idempotency-Key") IdempotencyKeyHeader key, @RequestBody Charge charge) {
        return Flux.defer(() -> Flux.just(till.charge(charge), till.charge(charge)));
    }

    @PostMapping("/stage")
    @IdempotentCall(operation = "mvc.stage", replay = DeclinedException.class)
    public CompletionStage<Charged> stage(
            @IdempotencyKey @RequestHeader("Idempotency-Key") IdempotencyKeyHeader key, @RequestBody Charge charge) {
        return CompletableFuture.supplyAsync(() -> till.charge(charge));
    }

    @PostMapping("/content")
    @IdempotentCall(operation = "mvc.content")
    public Charged content(@RequestBody Charge charge) {
        return till.charge(charge);
    }

    @PostMapping("/named")
    @IdempotentCall(operation = "mvc.named")
    public Charged named(
            @IdempotencyKey @RequestHeader(name = "Charge-Id", required = false) @Nullable String key,
            @RequestBody Charge charge) {
        return till.charge(charge);
    }

    @PostMapping("/traced")
    @IdempotentCall(operation = "mvc.traced", key = "charge")
    public Charged traced(
            @IdempotencyKey @RequestHeader("Idempotency-Key") String key,
            @RequestHeader("X-Client") String client,
            @RequestBody Charge charge) {
        return till.charge(charge);
    }

    @PostMapping("/open")
    public String open(@RequestHeader("Idempotency-Key") String key) {
        return key;
    }
}
