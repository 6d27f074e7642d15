package dev.idem.sample.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.sample.simulator.Bill;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the demo prints at the end. */
class ResultTableTest {

    private static final Result DUPLICATES =
            new Result("1 x local", "duplicates", 50, new Bill(1, 1, 30, 120), Verdict.holds("paid once"));
    private static final Result REFUSED =
            new Result("1 x local", "refused", 1, new Bill(1, 0, 0, 0), Verdict.broken("429 was not passed on"));

    @Test
    void saved_isWhatTheMissingCallsWouldHaveCost() {
        assertThat(DUPLICATES.tokensSaved()).isEqualTo(49 * 150);
        assertThat(DUPLICATES.moneySaved()).isEqualByComparingTo("0.09261");
    }

    @Test
    void saved_nothingBilled_isZero() {
        assertThat(REFUSED.tokensSaved()).isZero();
        assertThat(REFUSED.moneySaved()).isZero();
    }

    @Test
    void table_isALineForEachSceneAndATotal() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new ResultTable(List.of(DUPLICATES, REFUSED)).print(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("""

                        scene       gateways   requests  upstream calls  tokens billed  tokens saved    saved  verdict
                        ----------------------------------------------------------------------------------------------
                        duplicates  1 x local        50               1            150         7,350  $0.0926  ok: paid once
                        refused     1 x local         1               1              0             0  $0.0000  FAILED: 429 was not passed on
                        ----------------------------------------------------------------------------------------------
                        all scenes                   51               2            150         7,350  $0.0926  1 FAILED

                        """);
    }
}
