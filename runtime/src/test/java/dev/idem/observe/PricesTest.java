package dev.idem.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Amounts in money. */
final class PricesTest {

    private final Prices prices = new Prices(
            Map.of("usage.inputTokens", new BigDecimal("0.000003"), "usage.outputTokens", new BigDecimal("0.000015")));

    @Test
    void amounts_costTheirPricesTogether() {
        assertThat(prices.of(Map.of("usage.inputTokens", 1_000_000.0, "usage.outputTokens", 2.0)))
                .hasValueSatisfying(money -> assertThat(money).isEqualByComparingTo("3.00003"));
    }

    @Test
    void amountWithoutAPrice_costsNothing() {
        assertThat(prices.of(Map.of("usage.inputTokens", 2.0, "pages", 7.0)))
                .hasValueSatisfying(money -> assertThat(money).isEqualByComparingTo("0.000006"));
    }

    @Test
    void amounts_noneOfWhichHasAPrice_areNoMoney() {
        assertThat(prices.of(Map.of("pages", 7.0))).isEmpty();
        assertThat(prices.of(Map.of())).isEmpty();
    }
}
