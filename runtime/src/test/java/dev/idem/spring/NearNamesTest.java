package dev.idem.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearNamesTest {

    private final List<String> known = List.of("payments.refund", "payments.charge", "prompts.complete");

    @Test
    void of_mistypedName_findsTheOneMeant() {
        assertThat(NearNames.of("payment.chrage", known)).containsExactly("payments.charge");
    }

    @Test
    void of_otherName_findsNothing() {
        assertThat(NearNames.of("orders.submit", known)).isEmpty();
    }

    @Test
    void of_severalNear_areInAlphabeticalOrder() {
        assertThat(NearNames.of("abd", List.of("abx", "abc"))).containsExactly("abc", "abx");
    }
}
