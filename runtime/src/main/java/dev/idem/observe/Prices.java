package dev.idem.observe;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;

/**
 * What a unit of each kind costs, all in one currency. Immutable.
 *
 * @param perUnit by the unit's name: the savings path
 */
public record Prices(Map<String, BigDecimal> perUnit) {

    public Prices {
        perUnit = Map.copyOf(perUnit);
    }

    /** What these amounts cost; those without a price cost nothing. Empty if none of them has a price. */
    public Optional<BigDecimal> of(Map<String, Double> amounts) {
        return amounts.entrySet().stream()
                .filter(amount -> perUnit.containsKey(amount.getKey()))
                .map(amount -> BigDecimal.valueOf(amount.getValue()).multiply(perUnit.get(amount.getKey())))
                .reduce(BigDecimal::add)
                .map(sum -> sum.round(MathContext.DECIMAL64));
    }
}
