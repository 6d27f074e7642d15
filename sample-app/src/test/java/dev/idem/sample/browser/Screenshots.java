package dev.idem.sample.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Test helper: pictures of the page, for people. With {@code -Didem.screenshots=true} they are those of the documents. */
final class Screenshots {

    private static final Path DOCUMENTS = Path.of("..", "docs", "screenshots");
    private static final Path UNREAD = Path.of("target", "screenshots");

    private Screenshots() {}

    static void take(Page page, String name) {
        Path directory = Boolean.getBoolean("idem.screenshots") ? DOCUMENTS : UNREAD;
        page.mouse().move(0, 0);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(directory.resolve("page-" + name + ".png"))
                .setFullPage(true));
    }
}
