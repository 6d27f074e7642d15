package dev.idem.sample.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Test helper: the page as its users meet it, found by roles and names as a screen reader finds it. */
final class ThePage implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    ThePage(BrowserContext context, String address) {
        this.context = context;
        this.page = context.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address);
        PlaywrightAssertions.assertThat(page.getByText("Live", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    Page page() {
        return page;
    }

    /** What the browser asked for, from anybody. */
    List<String> requests() {
        return requests;
    }

    /** Errors that the browser reported. */
    List<String> complaints() {
        return complaints;
    }

    void type(String prompt) {
        page.getByRole(AriaRole.TEXTBOX).fill(prompt);
    }

    /** Types a prompt that nobody has sent before. */
    String typeNewPrompt() {
        String prompt = "Summarise the file of customer " + UUID.randomUUID() + ".";
        type(prompt);
        return prompt;
    }

    void modelTakes(String time) {
        page.waitForResponse(
                "**/page/model", () -> page.getByLabel("The model takes").selectOption(time));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The sentence that sums up what was sent. */
    Locator said() {
        return page.locator("#said");
    }

    Locator record(String prompt) {
        return page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(prompt));
    }

    /** What a chart shows, as an image. */
    String drawing(String chart) {
        return (String) page.evaluate("id => document.getElementById(id).toDataURL()", chart);
    }

    @Override
    public void close() {
        context.close();
    }
}
