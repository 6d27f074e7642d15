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

/** The controller for WebFlux. */
@RestController
public class FluxTill {

    private final Till till;

    public FluxTill(Till till) {
        this.till = till;
    }

    @PostMapping("/charges")
    @IdempotentCall(
            operation = "flux.charge",
            lockWait = "0s",
            onOwnerCrash = OwnerCrash.REJECT,
            replay = DeclinedException.class)
    public Mono<ResponseEntity<Charged>> charge(
            @IdempotencyKey @RequestHeader("Idempotency-Key") IdempotencyKeyHeader key, @RequestBody Charge charge) {
        return Mono.fromSupplier(() -> till.created(charge));
    }

    @PostMapping("/waiting")
    @IdempotentCall(operation = "flux.waiting")
    public Mono<Charged> waiting(
            @IdempotencyKey @RequestHeader("Idempotency-Key") IdempotencyKeyHeader key, @RequestBody Charge charge) {
        return Mono.fromSupplier(() -> till.charge(charge));
    }

    @PostMapping("/silent")
    @IdempotentCall(operation = "flux.silent")
    public Mono<Void> silent(@IdempotencyKey @RequestHeader("Idempotency-Key") String key, @RequestBody Charge charge) {
        return Mono.fromRunnable(() -> till.charge(charge));
    }

    @PostMapping("/mono")
    @IdempotentCall(operation = "flux.mono", replay = DeclinedException.class, unless = "charge.account.empty")
    public Mono<Charged> mono(
            @IdempotencyKey @RequestHeader("Idempotency-Key") IdempotencyKeyHeader key, @RequestBody Charge charge) {
        return Mono.fromSupplier(() -> till.charge(charge));
    }

    @PostMapping("/flux")
    @IdempotentCall(operation = "flux.flux")
    public Flux<Charged> flux(
            @IdempotencyKey @RequestHeader("Idempotency-Key") IdempotencyKeyHeader key, @RequestBody Charge charge) {
        return Flux.defer(() -> Flux.just(till.charge(charge), till.charge(charge)));
    }

    @PostMapping("/stage")
    @IdempotentCall(operation = "flux.stage", replay = DeclinedException.class)
    public CompletionStage<Charged> stage(
            @IdempotencyKey @RequestHeader("Idempotency-Key") IdempotencyKeyHeader key, @RequestBody Charge charge) {
        return CompletableFuture.supplyAsync(() -> till.charge(charge));
    }

    @PostMapping("/content")
    @IdempotentCall(operation = "flux.content")
    public Mono<Charged> content(@RequestBody Charge charge) {
        return Mono.fromSupplier(() -> till.charge(charge));
    }

    @PostMapping("/named")
    @IdempotentCall(operation = "flux.named")
    public Mono<Charged> named(
            @IdempotencyKey @RequestHeader(name = "Charge-Id", required = false) @Nullable String key,
            @RequestBody Charge charge) {
        return Mono.fromSupplier(() -> till.charge(charge));
    }

    @PostMapping("/traced")
    @IdempotentCall(operation = "flux.traced", key = "charge")
    public Mono<Charged> traced(
            @IdempotencyKey @RequestHeader("Idempotency-Key") String key,
            @RequestHeader("X-Client") String client,
            @RequestBody Charge charge) {
        return Mono.fromSupplier(() -> till.charge(charge));
    }

    @PostMapping("/open")
    public String open(@RequestHeader("Idempotency-Key") String key) {
        return key;
    }
}
