package dev.idem.spring.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.engine.TenantResolver;
import dev.idem.spring.IdempotencyAutoConfiguration;
import dev.idem.testing.shop.Payments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

final class ReactiveAuthenticatedTenantTest {

    private final ReactiveAuthenticatedTenant resolver = new ReactiveAuthenticatedTenant();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void tenantOf_authenticated_isTheName() {
        assertThat(tenantOf(new TestingAuthenticationToken("ada", "secret", List.of())))
                .contains("ada");
    }

    @Test
    void tenantOf_anonymousOrNotAuthenticatedYet_isEmpty() {
        assertThat(tenantOf(
                        new AnonymousAuthenticationToken("key", "guest", AuthorityUtils.createAuthorityList("GUEST"))))
                .isEmpty();
        assertThat(tenantOf(new TestingAuthenticationToken("ada", "secret"))).isEmpty();
    }

    @Test
    void tenantOf_contextThatKnowsNobody_isEmptyWhoeverTheThreadKnows() {
        signIn("ada");
        Context nobody = ReactiveSecurityContextHolder.withSecurityContext(Mono.empty());
        assertThat(resolver.tenantOf(nobody).orElseThrow().blockOptional()).isEmpty();
    }

    @Test
    void tenantOf_contextThatFails_fails() {
        Context failing =
                ReactiveSecurityContextHolder.withSecurityContext(Mono.error(new IllegalStateException("no session")));
        Mono<String> tenant = resolver.tenantOf(failing).orElseThrow();
        assertThatThrownBy(tenant::block).hasMessage("no session");
    }

    @Test
    void tenantOf_contextWithoutSecurity_isLeftToTheThread() {
        signIn("ada");
        assertThat(resolver.tenantOf(Context.empty())).isEmpty();
        assertThat(resolver.currentTenant()).contains("ada");
    }

    @Test
    void resolver_isTheReactiveOneWhereReactorIsThere() {
        ApplicationContextRunner runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(IdempotencyAutoConfiguration.class))
                .withPropertyValues("idem.store=local")
                .withBean(Payments.class);
        runner.run(context ->
                assertThat(context.getBean(TenantResolver.class)).isInstanceOf(ReactiveAuthenticatedTenant.class));
        runner.withClassLoader(new FilteredClassLoader("reactor"))
                .run(context -> assertThat(context.getBean(TenantResolver.class))
                        .isExactlyInstanceOf(AuthenticatedTenant.class));
    }

    private Optional<String> tenantOf(Authentication authentication) {
        Context subscriber = ReactiveSecurityContextHolder.withAuthentication(authentication);
        return resolver.tenantOf(subscriber).orElseThrow().blockOptional();
    }

    private static void signIn(String name) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new TestingAuthenticationToken(name, "secret", List.of()));
        SecurityContextHolder.setContext(context);
    }
}
