package dev.idem.spring.actuate;

import dev.idem.spring.health.StoreCheck;
import dev.idem.spring.health.StoreHealth;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Down while a store outside this process gives no answer: guarded calls are then refused, or guarded by this process alone. */
final class StoreHealthIndicator extends AbstractHealthIndicator {

    private final StoreCheck check;

    StoreHealthIndicator(StoreCheck check) {
        super("The idempotency store could not be asked.");
        this.check = check;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        StoreHealth health = check.check();
        builder.up();
        health.failure().ifPresent(builder::down);
        health.details().forEach(builder::withDetail);
    }
}
