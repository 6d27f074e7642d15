package dev.idem.spring.actuate;

import dev.idem.engine.Idempotency;
import dev.idem.observe.CallStatistics;
import dev.idem.observe.Prices;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.lang.Nullable;

/**
 * What operators see and do: the numbers of each operation, one record without what is in it, and its eviction. Eviction is
 * off until {@code management.endpoint.idempotency.access} is {@code unrestricted}.
 */
@Endpoint(id = "idempotency", defaultAccess = Access.READ_ONLY)
public final class IdempotencyEndpoint {

    private final Idempotency idempotency;
    private final CallStatistics statistics;
    private final Prices prices;

    IdempotencyEndpoint(Idempotency idempotency, CallStatistics statistics, Prices prices) {
        this.idempotency = idempotency;
        this.statistics = statistics;
        this.prices = prices;
    }

    /** The numbers of all operations. */
    @ReadOperation
    public Operations operations() {
        Map<String, OperationView> views = new LinkedHashMap<>();
        statistics.operations().forEach((name, counts) -> views.put(name, OperationView.of(counts, prices)));
        return new Operations(views);
    }

    /**
     * The numbers of one operation, or one of its records.
     *
     * @param key names a record: the client's key, or the derived one as messages show it
     * @param tenant whose record; without it, one of calls that have no tenant
     * @return null if this process has met no such operation, which is told as "not found"
     */
    @ReadOperation
    public @Nullable Object operation(@Selector String operation, @Nullable String key, @Nullable String tenant) {
        if (key == null) {
            return statistics
                    .of(operation)
                    .map(counts -> OperationView.of(counts, prices))
                    .orElse(null);
        }
        return isKnown(operation)
                ? FoundRecord.of(
                        operation, key, tenant, idempotency.forTenant(tenant).look(operation, key))
                : null;
    }

    /**
     * Removes a record: the next call runs.
     *
     * @param key names the record
     * @param tenant whose record; without it, one of calls that have no tenant
     * @return null if this process has met no such operation
     */
    @DeleteOperation
    public @Nullable Eviction evict(@Selector String operation, String key, @Nullable String tenant) {
        return isKnown(operation) ? new Eviction(idempotency.forTenant(tenant).evict(operation, key)) : null;
    }

    /** Only operations that are known: names from outside must not become series of meters. */
    private boolean isKnown(String operation) {
        return statistics.of(operation).isPresent();
    }

    /** All operations by name. */
    public record Operations(Map<String, OperationView> operations) {}

    /**
     * What an eviction did.
     *
     * @param evicted whether there was a record
     */
    public record Eviction(boolean evicted) {}
}
