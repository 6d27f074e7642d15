package dev.idem.engine;

import java.util.Optional;

/** Names the tenant on whose behalf the current thread makes a call. Two tenants never share a record. Thread-safe. */
@FunctionalInterface
public interface TenantResolver {

    /** The tenant's name, or empty where calls have no tenant. Null or a throw refuses the call. */
    Optional<String> currentTenant();
}
