package dev.idem.spring.security;

import dev.idem.reactor.ReactiveTenantResolver;
import java.util.Optional;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The same for reactive calls: whoever is authenticated in the subscriber's context, if that has a security context. */
final class ReactiveAuthenticatedTenant extends AuthenticatedTenant implements ReactiveTenantResolver {

    @Override
    public Optional<Mono<String>> tenantOf(ContextView subscriber) {
        return subscriber.hasKey(SecurityContext.class)
                ? Optional.of(ReactiveSecurityContextHolder.getContext()
                        .mapNotNull(context -> nameIn(context).orElse(null))
                        .contextWrite(Context.of(subscriber)))
                : Optional.empty();
    }
}
