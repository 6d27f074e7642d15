package dev.idem.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.idem.sample.simulator.Bill;
import dev.idem.sample.simulator.HeldReply;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser, in front of the running gateway. */
class PageBrowserTest extends BrowserTest {

    private static final Duration ARRIVAL = Duration.ofSeconds(30);

    private ThePage page;
    private Bill before;

    @BeforeEach
    void open() {
        page = open(new NewContextOptions());
        page.modelTakes("no time");
        before = simulator.bill();
    }

    @AfterEach
    void close() {
        page.close();
    }

    private long calls() {
        return simulator.bill().since(before).calls();
    }

    @Test
    void doubleClick_makesOneUpstreamCall() throws Exception {
        page.typeNewPrompt();
        HeldReply held = simulator.holdNext();

        page.button("Send once").dblclick();

        assertThat(held.awaitArrival(ARRIVAL)).isTrue();
        assertThat(page.page().getByText("2 callers wait for one answer")).isVisible();
        assertThat(page.page().getByRole(AriaRole.PROGRESSBAR).first()).isVisible();
        held.release();
        assertThat(page.said()).containsText(Pattern.compile("^2 requests in .* one answer, msg_simulated_\\d+\\.$"));
        assertThat(calls()).isEqualTo(1);
        assertThat(page.page().getByLabel("Calls under way").locator("li")).hasCount(0);
    }

    @Test
    void sendTwice_makesOneUpstreamCall() {
        page.typeNewPrompt();

        page.button("Send twice").click();

        assertThat(page.said()).containsText("2 requests");
        assertThat(page.said()).containsText("one answer");
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void fiftyAtOnce_makeOneUpstreamCall_andTheChartsMove() {
        page.typeNewPrompt();
        Locator requests = page.page().locator("#requests");
        long sentBefore = Long.parseLong(requests.innerText().replace(",", ""));
        String callsDrawn = page.drawing("chart-calls");
        String costDrawn = page.drawing("chart-cost");
        String waitsDrawn = page.drawing("chart-waits");

        page.button("Send 50 at once").click();

        assertThat(page.said()).containsText("50 requests");
        assertThat(page.said()).containsText("one answer");
        assertThat(calls()).isEqualTo(1);
        assertThat(requests).hasText(String.format("%,d", sentBefore + 50));
        assertThat(page.page().locator("#chart-calls-text"))
                .containsText(String.format("%,d requests", sentBefore + 50));
        assertThat(page.drawing("chart-calls")).isNotEqualTo(callsDrawn);
        assertThat(page.drawing("chart-cost")).isNotEqualTo(costDrawn);
        assertThat(page.drawing("chart-waits")).isNotEqualTo(waitsDrawn);
    }

    @Test
    void evict_makesTheNextCallRun() {
        String prompt = page.typeNewPrompt();
        page.button("Send once").click();
        Locator record = page.record(prompt);
        assertThat(record).containsText("recorded");
        assertThat(record).containsText("23 h 59 min");

        page.button("Evict: " + prompt).click();

        assertThat(record).containsText("none");
        assertThat(page.said()).containsText("The record is gone.");
        assertThat(page.button("Evict: " + prompt)).isFocused();
        page.button("Send once").click();
        assertThat(record).containsText("recorded");
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void brokenUpstream_failsThreeCalls_andIsNotRemembered() {
        page.typeNewPrompt();
        page.button("Break the upstream").click();
        assertThat(page.page().getByText("The next 3 calls of the model fail.")).isVisible();

        for (int call = 1; call <= 3; call++) {
            page.button("Send once").click();
            assertThat(page.said()).containsText("1 failure (529:");
            page.typeNewPrompt();
        }
        page.button("Send once").click();

        assertThat(page.said()).containsText("one answer");
        assertThat(calls()).isEqualTo(4);
    }

    @Test
    void bypass_asksTheModelEachTime() {
        page.typeNewPrompt();

        page.button("Bypass").dblclick();

        assertThat(page.said()).containsText("2 different answers");
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void kill_isTakenOverByTheOtherNode() {
        page.button("Kill a node").click();

        assertThat(page.button("Kill a node")).hasAttribute("aria-disabled", "true");
        assertThat(page.page().locator("#drill-steps"))
                .containsText(
                        "The promise held: taken over",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(120_000));
        assertThat(page.page().locator("#drill-steps li")).hasCount(5);
        assertThat(page.button("Kill a node")).hasAttribute("aria-disabled", "false");
        assertThat(Accessibility.violations(page.page())).isEmpty();
    }

    @Test
    void keyboard_reachesEverything() {
        String prompt = page.typeNewPrompt();
        page.page().keyboard().press("Tab");
        assertThat(page.page().getByLabel("The model takes")).isFocused();
        page.page().keyboard().press("Tab");
        assertThat(page.button("Another prompt")).isFocused();
        for (String next :
                new String[] {"Send once", "Send twice", "Send 50 at once", "Bypass", "Break the upstream"}) {
            page.page().keyboard().press("Tab");
            assertThat(page.button(next)).isFocused();
        }

        page.button("Send once").focus();
        page.page().keyboard().press("Enter");

        assertThat(page.said()).containsText("one answer");
        assertThat(page.record(prompt)).containsText("recorded");
        page.button("Evict: " + prompt).focus();
        page.page().keyboard().press("Space");
        assertThat(page.record(prompt)).containsText("none");
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void page_asksNobodyElse_andTheBrowserDoesNotComplain() {
        page.typeNewPrompt();
        page.button("Send once").click();
        assertThat(page.said()).containsText("one answer");

        assertThat(page.requests()).isNotEmpty().allMatch(url -> url.startsWith(address()) || url.equals("data:,"));
        assertThat(page.complaints()).isEmpty();
    }
}
