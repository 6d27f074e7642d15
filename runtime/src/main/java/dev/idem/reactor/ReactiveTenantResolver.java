package dev.idem.reactor;

import dev.idem.engine.TenantResolver;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Names the tenant of a reactive call, too, whose threads are not its own: what a thread knows there may be somebody
 * else's. Thread-safe.
 */
public interface ReactiveTenantResolver extends TenantResolver {

    /**
     * The tenant on whose behalf a Mono or Flux is subscribed to.
     *
     * @param subscriber the subscriber's context
     * @return gives the tenant's name, or nothing where calls have no tenant; a failure refuses the call. Empty if the
     *     context does not tell: then {@link #currentTenant} is asked, on the thread that subscribes
     */
    Optional<Mono<String>> tenantOf(ContextView subscriber);
}
