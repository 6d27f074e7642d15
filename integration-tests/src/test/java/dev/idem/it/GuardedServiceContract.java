package dev.idem.it;

import dev.idem.testing.TestRedis;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What one service does behind every door and with every store. Subclasses are the doors, and tests have the store as their
 * parameter.
 *
 * @param <S> the service with the guarded methods
 */
@Timeout(60)
public abstract class GuardedServiceContract<S> {

    @RegisterExtension
    static final TestRedis REDIS = new TestRedis();

    private final Class<S> type;
    private final Supplier<S> service;
    private final String name = "contract-" + UUID.randomUUID();

    protected GuardedServiceContract(Class<S> type, Supplier<S> service) {
        this.type = type;
        this.service = service;
    }

    /** The properties that open this door. */
    protected abstract List<String> door();

    /**
     * Starts an application whose service stands behind this door. All that one test starts, one after the other, are nodes
     * of one application, which no other test has met.
     */
    protected final Application start(StoreKind store) {
        List<String> properties = new ArrayList<>(door());
        properties.addAll(store.properties(name, REDIS.address()));
        return Application.with(properties.toArray(String[]::new))
                .having(type, service)
                .start();
    }

    /** The service behind the door. */
    protected final S serviceOf(Application application) {
        return application.bean(type);
    }
}
