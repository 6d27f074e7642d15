package dev.idem.spring.actuate;

import java.util.Map;
import java.util.Optional;
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
        Map<String, Optional<Exception>> failures = check.failures();
        builder.up();
        failures.values().stream().flatMap(Optional::stream).findFirst().ifPresent(builder::down);
        failures.forEach(
                (store, failure) -> builder.withDetail(store, failure.isEmpty() ? "answers" : "does not answer"));
        if (failures.isEmpty()) {
            builder.withDetail("local", "records are kept in this process");
        }
    }
}
