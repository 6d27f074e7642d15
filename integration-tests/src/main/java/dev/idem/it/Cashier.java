package dev.idem.it;

import dev.idem.IdempotencyKey;
import dev.idem.IdempotentCall;
import dev.idem.key.IdempotencyKeyHeader;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the keys of its clients. */
public class Cashier {

    private final Work work;

    public Cashier(Work work) {
        this.work = work;
    }

    @IdempotentCall(operation = "cashier.charge", lockWait = "0s")
    public String charge(@IdempotencyKey @Nullable String key, String account, long cents) {
        return account + " pays " + cents + " #" + work.run();
    }

    @IdempotentCall(operation = "cashier.header")
    public String chargeByHeader(@IdempotencyKey @Nullable IdempotencyKeyHeader key, long cents) {
        return cents + " #" + work.run();
    }

    @IdempotentCall(operation = "cashier.uuid")
    public String chargeById(@IdempotencyKey @Nullable UUID key, long cents) {
        return cents + " #" + work.run();
    }

    @IdempotentCall(operation = "cashier.order", key = "order.id")
    public String chargeOrder(@IdempotencyKey String key, Order order) {
        return order.id() + " #" + work.run();
    }
}
