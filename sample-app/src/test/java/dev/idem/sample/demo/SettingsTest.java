package dev.idem.sample.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The settings of the demo's gateways. */
class SettingsTest {

    @Test
    void arguments_areTakenAsTheyAre() {
        assertThat(Settings.parse(List.of("--idem.enabled=false", "--a=b=c")).arguments())
                .containsExactly("--a=b=c", "--idem.enabled=false");
    }

    @Test
    void laterSettings_winAndAreGivenOnce() {
        Settings settings = Settings.local().with(Settings.parse(List.of("--idem.store=redis")));

        assertThat(settings.arguments()).containsExactly("--idem.store=redis");
        assertThat(settings.store()).isEqualTo("redis");
    }

    @Test
    void argumentOfAnotherForm_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.parse(List.of("--fast")))
                .withMessage("expected --name=value, got --fast");
    }
}
