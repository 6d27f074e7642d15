package dev.idem.it;

import dev.idem.IdempotentCall;
import dev.idem.KeyIgnore;
import dev.idem.Retry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service with a guarded method of every kind. */
public class ShopService implements Shop {

    private final Work work;

    public ShopService(Work work) {
        this.work = work;
    }

    @Override
    @IdempotentCall(operation = "shop.charge")
    public Receipt charge(String account, long cents) {
        return new Receipt(account, work.run(), List.of(new Receipt.Line("charged", cents)));
    }

    @Override
    @IdempotentCall
    public Receipt chargeChecked(String account) throws PaymentException, InterruptedException {
        return new Receipt(account, work.run(), List.of());
    }

    @Override
    @IdempotentCall(replay = PaymentException.class)
    public int pay(String account) throws PaymentException {
        return work.run();
    }

    @Override
    @IdempotentCall
    public void ship(String order) {
        work.run();
    }

    @Override
    @IdempotentCall
    public int stock(String shelf) {
        return work.run();
    }

    @Override
    @IdempotentCall
    public boolean open(String branch) {
        return work.run() == 1;
    }

    @Override
    @IdempotentCall
    public @Nullable String nothing(String name) {
        return work.run() == 1 ? null : name;
    }

    @Override
    @IdempotentCall
    public Optional<String> find(String name) {
        return Optional.of(name + " #" + work.run());
    }

    @Override
    @IdempotentCall
    public Optional<String> findNone(String name) {
        return work.run() == 1 ? Optional.empty() : Optional.of(name);
    }

    @Override
    @IdempotentCall(recordIf = "present")
    public Optional<String> findAtLast(String name) {
        int run = work.run();
        return run == 1 ? Optional.empty() : Optional.of(name + " #" + run);
    }

    @Override
    @IdempotentCall
    public List<Receipt> receipts(String account) {
        return List.of(new Receipt(account, work.run(), List.of()));
    }

    @Override
    @IdempotentCall(key = "order.id")
    public String submit(Order order) {
        return order.comment() + " #" + work.run();
    }

    @Override
    @IdempotentCall(unless = "order.draft")
    public String edit(Order order) {
        return order.id() + " #" + work.run();
    }

    @Override
    @IdempotentCall
    public String note(String text, @KeyIgnore Instant at) {
        return text + " #" + work.run();
    }

    @Override
    @IdempotentCall(ttl = "200ms", lease = "200ms")
    public String brief(String text) {
        return text + " #" + work.run();
    }

    @Override
    @IdempotentCall(lockWait = "0s")
    public String impatient(String text) {
        return text + " #" + work.run();
    }

    @Override
    @IdempotentCall(retry = @Retry(maxAttempts = 3, backoff = "1ms"))
    public String persistent(String text) {
        return text + " #" + work.run();
    }

    /** Calls another guarded method of its own object. */
    @SuppressWarnings("idem:SelfInvocation") // the tests show what the doors make of it
    @Override
    public String twice(String text) {
        return stock(text) + " and " + stock(text);
    }
}
