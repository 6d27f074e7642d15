package dev.idem.sample.page;

import java.math.BigDecimal;
import java.util.List;

/**
 * All that the page shows.
 *
 * @param second counts the seconds, so that a page sees each second that the gateway is there
 * @param records the newest first
 */
record Snapshot(
        long second,
        Totals totals,
        Model.Weather model,
        List<Traffic.Waiting> waiting,
        List<Traffic.Answer> answers,
        List<Records.Entry> records,
        Drills.Progress drill) {

    /**
     * Everything since the start. Money is in dollars.
     *
     * @param calls what the model was asked
     */
    record Totals(
            long requests,
            long calls,
            long failed,
            long tokensPaid,
            long tokensSaved,
            BigDecimal paid,
            BigDecimal saved) {}
}
