package dev.idem.sample.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Test helper: the machine's own Chromium, without a window. Nothing is downloaded. */
record Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) implements AutoCloseable {

    private static final String NAMED = "IDEM_TEST_CHROMIUM";
    private static final List<Path> USUAL = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .toList();
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    static Browser start() {
        Playwright playwright =
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        LaunchOptions options = new LaunchOptions()
                .setHeadless(true)
                .setExecutablePath(executable())
                .setArgs(FLAGS);
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    private static Path executable() {
        String named = System.getenv(NAMED);
        if (named != null) {
            return Path.of(named);
        }
        return USUAL.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium among " + USUAL + ": install the distribution's package chromium, or name one: "
                                + NAMED + "=/path/to/chromium"));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
