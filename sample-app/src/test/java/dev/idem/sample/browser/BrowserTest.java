package dev.idem.sample.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.idem.engine.Idempotency;
import dev.idem.sample.SampleApplication;
import dev.idem.sample.simulator.Simulator;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A browser, and a gateway that has no records and whose model takes no time. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = SampleApplication.class)
@ExtendWith(BrowserExtension.class)
@Timeout(180)
abstract class BrowserTest {

    private static final double PATIENCE_MILLIS = 30_000;

    @Autowired
    protected Simulator simulator;

    @LocalServerPort
    private int port;

    private Browser browser;

    @BeforeEach
    void begin(Browser shared, @Autowired Idempotency idempotency) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        browser = shared;
        idempotency.clear();
        simulator.latency(Duration.ZERO);
    }

    protected ThePage open(NewContextOptions options) {
        return new ThePage(browser.chromium().newContext(options), address());
    }

    protected String address() {
        return "http://127.0.0.1:" + port + "/";
    }
}
