package dev.idem.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.engine.TenantResolver;
import dev.idem.spring.IdempotencyAutoConfiguration;
import dev.idem.testing.shop.Payments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

final class AuthenticatedTenantTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(IdempotencyAutoConfiguration.class))
            .withPropertyValues("idem.store=local")
            .withBean(Payments.class);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void currentTenant_nobody_isEmpty() {
        assertThat(new AuthenticatedTenant().currentTenant()).isEmpty();
    }

    @Test
    void currentTenant_anonymous_isEmpty() {
        signIn(new AnonymousAuthenticationToken("key", "guest", AuthorityUtils.createAuthorityList("GUEST")));
        assertThat(new AuthenticatedTenant().currentTenant()).isEmpty();
    }

    @Test
    void currentTenant_notAuthenticatedYet_isEmpty() {
        signIn(new TestingAuthenticationToken("ada", "secret"));
        assertThat(new AuthenticatedTenant().currentTenant()).isEmpty();
    }

    @Test
    void currentTenant_authenticated_isTheName() {
        signIn("ada");
        assertThat(new AuthenticatedTenant().currentTenant()).contains("ada");
    }

    @Test
    void calls_ofTwoUsers_neverShareAnswers() {
        runner.run(context -> {
            Payments payments = context.getBean(Payments.class);
            signIn("ada");
            assertThat(payments.charge("a")).isEqualTo("a #1");
            signIn("bob");
            assertThat(payments.charge("a")).isEqualTo("a #2");
            signIn("ada");
            assertThat(payments.charge("a")).isEqualTo("a #1");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"idem.tenant=none", "idem.operations[payments.charge].tenant=none"})
    void calls_ofTwoUsers_withoutTenants_shareAnswers(String setting) {
        runner.withPropertyValues(setting).run(context -> {
            Payments payments = context.getBean(Payments.class);
            signIn("ada");
            assertThat(payments.charge("a")).isEqualTo("a #1");
            signIn("bob");
            assertThat(payments.charge("a")).isEqualTo("a #1");
            SecurityContextHolder.clearContext();
            assertThat(payments.charge("a")).isEqualTo("a #1");
        });
    }

    @Test
    void calls_ofTwoUsers_whereOnlyTheirOperationHasTenants_neverShareAnswers() {
        runner.withPropertyValues("idem.tenant=none", "idem.operations[payments.charge].tenant=current")
                .run(context -> {
                    Payments payments = context.getBean(Payments.class);
                    signIn("ada");
                    assertThat(payments.charge("a")).isEqualTo("a #1");
                    signIn("bob");
                    assertThat(payments.charge("a")).isEqualTo("a #2");
                });
    }

    @Test
    void resolver_ofTheUser_goesFirst() {
        runner.withBean(TenantResolver.class, () -> () -> Optional.of("everyone"))
                .run(context -> {
                    Payments payments = context.getBean(Payments.class);
                    signIn("ada");
                    assertThat(payments.charge("a")).isEqualTo("a #1");
                    signIn("bob");
                    assertThat(payments.charge("a")).isEqualTo("a #1");
                });
    }

    private static void signIn(String name) {
        signIn(new TestingAuthenticationToken(name, "secret", List.of()));
    }

    private static void signIn(Authentication authentication) {
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }
}
