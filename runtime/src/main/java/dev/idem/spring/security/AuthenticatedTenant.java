package dev.idem.spring.security;

import dev.idem.engine.TenantResolver;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The name of whoever is authenticated. Calls that nobody or an anonymous user makes have no tenant. */
final class AuthenticatedTenant implements TenantResolver {

    @Override
    public Optional<String> currentTenant() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(authentication ->
                        authentication.isAuthenticated() && !(authentication instanceof AnonymousAuthenticationToken))
                .map(Authentication::getName);
    }
}
