package dev.idem.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which model API the gateway talks to. */
class UpstreamTest {

    @Test
    void nothingGiven_isTheSimulator() {
        try (Upstream upstream = Upstream.choose("", "")) {
            assertThat(upstream.simulator()).isNotNull();
            assertThat(upstream).hasToString("simulator at " + upstream.address());
        }
    }

    @Test
    void key_isTheRealApi() {
        try (Upstream upstream = Upstream.choose("", "sk-secret")) {
            assertThat(upstream.address()).isNull();
            assertThat(upstream.simulator()).isNull();
            assertThat(upstream).hasToString("the real API");
        }
    }

    @Test
    void address_winsOverAKey_andTheKeyIsNotShown() {
        try (Upstream upstream = Upstream.choose("http://127.0.0.1:9", "sk-secret")) {
            assertThat(upstream.address()).isEqualTo("http://127.0.0.1:9");
            assertThat(upstream.simulator()).isNull();
            assertThat(upstream).hasToString("http://127.0.0.1:9");
        }
    }
}
