package dev.idem.spring.actuate;

import dev.idem.engine.CallOutcome;
import dev.idem.observe.OperationStatistics;
import dev.idem.observe.Prices;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one operation since this process began.
 *
 * @param calls by outcome, all of them
 * @param hits answered without a run of their own
 * @param misses that ran, guarded
 * @param hitRate hits among hits and misses, from 0 to 1
 * @param duplicateRate calls that came while or after the same call had been made, from 0 to 1
 * @param lostLeases running calls that lost their claim
 * @param duplicateRuns calls that ran though another run of them had been recorded
 * @param spent what runs used, by savings path
 * @param saved what replays made it unnecessary to use
 * @param moneySpent the former in money; null where no path has a price
 * @param moneySaved the latter in money; null where no path has a price
 */
record OperationView(
        Map<String, Long> calls,
        long hits,
        long misses,
        double hitRate,
        double duplicateRate,
        long lostLeases,
        long duplicateRuns,
        Map<String, Double> spent,
        Map<String, Double> saved,
        @Nullable BigDecimal moneySpent,
        @Nullable BigDecimal moneySaved) {

    static OperationView of(OperationStatistics counts, Prices prices) {
        Map<String, Long> calls = new LinkedHashMap<>();
        Arrays.stream(CallOutcome.values()).forEach(outcome -> calls.put(outcome.text(), counts.count(outcome)));
        return new OperationView(
                calls,
                counts.hits(),
                counts.misses(),
                counts.hitRate(),
                counts.duplicateRate(),
                counts.lostLeases(),
                counts.duplicateRuns(),
                counts.spent(),
                counts.saved(),
                prices.of(counts.spent()).orElse(null),
                prices.of(counts.saved()).orElse(null));
    }
}
