package dev.idem.spring.security;

import dev.idem.engine.TenantResolver;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** The name of whoever is authenticated. Calls that nobody or an anonymous user makes have no tenant. */
class AuthenticatedTenant implements TenantResolver {

    @Override
    public final Optional<String> currentTenant() {
        return nameIn(SecurityContextHolder.getContext());
    }

    static Optional<String> nameIn(SecurityContext context) {
        @Nullable Authentication authentication = context.getAuthentication();
        return Optional.ofNullable(authentication)
                .filter(somebody -> somebody.isAuthenticated() && !(somebody instanceof AnonymousAuthenticationToken))
                .map(Authentication::getName);
    }
}
