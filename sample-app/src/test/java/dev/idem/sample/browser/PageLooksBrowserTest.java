package dev.idem.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.idem.sample.simulator.HeldReply;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The page for all eyes: light, dark, small, and read by a machine. */
class PageLooksBrowserTest extends BrowserTest {

    /** What somebody looks at the page with. */
    private enum Look {
        LIGHT(1280, 900, ColorScheme.LIGHT),
        DARK(1280, 900, ColorScheme.DARK),
        PHONE(390, 844, ColorScheme.LIGHT);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Look(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }

        private NewContextOptions options() {
            return new NewContextOptions()
                    .setViewportSize(width, height)
                    .setColorScheme(scheme)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setDeviceScaleFactor(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void page_isAccessible_andFitsItsScreen(Look look) throws Exception {
        try (ThePage seen = open(look.options());
                Tour tour = new Tour(seen, simulator)) {
            tour.untilCallersWait();
            assertThat(Accessibility.violations(seen.page())).isEmpty();
            assertThat(seen.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            Screenshots.take(seen.page(), look.name().toLowerCase(Locale.ROOT));
        }
    }

    @ParameterizedTest
    @CsvSource({"NO_PREFERENCE, slide", "REDUCE, none"})
    void waiting_movesOnlyForThoseWhoLikeIt(ReducedMotion wish, String animation) throws Exception {
        HeldReply held = simulator.holdNext();
        try (ThePage seen = open(new NewContextOptions().setReducedMotion(wish))) {
            seen.modelTakes("no time"); // nobody knows how long it is going to take
            seen.typeNewPrompt();
            seen.button("Send once").click();
            assertThat(seen.page().getByText("1 caller waits")).isVisible();

            assertThat(seen.page().locator("#waiting progress")).hasCSS("animation-name", animation);
        } finally {
            held.release();
        }
    }
}
