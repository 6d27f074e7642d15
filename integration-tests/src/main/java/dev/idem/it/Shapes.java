package dev.idem.it;

import dev.idem.IdempotentCall;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A guarded method for each shape in which results come later, in parts, or for many items. */
public class Shapes {

    private final List<List<String>> runs = new CopyOnWriteArrayList<>();

    /** The accounts of each run, in order. */
    public List<List<String>> runs() {
        return runs;
    }

    @IdempotentCall
    public Mono<Receipt> mono(String account) {
        return Mono.fromSupplier(() -> charge(List.of(account)).get(0));
    }

    @IdempotentCall
    public Flux<Receipt> flux(List<String> accounts) {
        return Flux.defer(() -> Flux.fromIterable(charge(accounts)));
    }

    @IdempotentCall(each = "accounts")
    public List<Receipt> all(String branch, List<String> accounts) {
        return charge(accounts);
    }

    @IdempotentCall(each = "accounts")
    public Map<String, Receipt> byAccount(String branch, List<String> accounts) {
        return charge(accounts).stream().collect(Collectors.toMap(Receipt::account, Function.identity()));
    }

    @IdempotentCall(each = "accounts")
    public CompletableFuture<List<Receipt>> allLater(String branch, List<String> accounts) {
        return CompletableFuture.supplyAsync(() -> charge(accounts));
    }

    @IdempotentCall(each = "accounts")
    public Mono<List<Receipt>> allReactive(String branch, List<String> accounts) {
        return Mono.fromSupplier(() -> charge(accounts));
    }

    private List<Receipt> charge(List<String> accounts) {
        runs.add(List.copyOf(accounts));
        return accounts.stream()
                .map(account -> new Receipt(account, runs.size(), List.of()))
                .toList();
    }
}
