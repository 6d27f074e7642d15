package dev.idem.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.sample.simulator.HeldReply;
import dev.idem.sample.simulator.Simulator;
import java.time.Duration;

/** Test helper: brings the page to where there is something to see everywhere. */
final class Tour implements AutoCloseable {

    private static final Duration ARRIVAL = Duration.ofSeconds(30);

    private static final Duration WORK = Duration.ofMillis(700);
    private static final String LAST = "Summarise the file of customer 1042 in three sentences.";

    private final ThePage page;
    private final Simulator simulator;
    private HeldReply held;

    Tour(ThePage page, Simulator simulator) {
        this.page = page;
        this.simulator = simulator;
    }

    /** Ends with callers who wait for the model. */
    void untilCallersWait() throws InterruptedException {
        simulator.latency(WORK);
        ask("How do I cancel an order that has been shipped?", "Send 50 at once", "50 requests in");
        ask("Translate the contract of customer 4711 into French.", "Send twice", "2 requests in");
        simulator.latency(Duration.ZERO);
        page.button("Bypass").click();
        assertThat(page.said()).containsText("1 request in");
        ask("Why was invoice 2026-118 paid twice?", "Send once", "1 request in");
        page.button("Evict: Why was invoice 2026-118 paid twice?").click();
        assertThat(page.said()).containsText("The record is gone.");
        held = simulator.holdNext();
        page.type(LAST);
        page.button("Send twice").click();
        assertThat(held.awaitArrival(ARRIVAL)).isTrue();
        page.modelTakes("15 seconds"); // only for the bar, which fills by it
        assertThat(page.page().getByText("2 callers wait for one answer")).isVisible();
    }

    private void ask(String prompt, String button, String summary) {
        page.type(prompt);
        page.button(button).click();
        assertThat(page.said()).containsText(summary);
        assertThat(page.record(prompt)).containsText("recorded");
    }

    /** Lets the model answer. Ends when that is recorded: what comes later would be there for the next tour. */
    @Override
    public void close() {
        if (held != null) {
            held.release();
            assertThat(page.record(LAST)).containsText("recorded");
        }
    }
}
