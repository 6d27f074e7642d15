package dev.idem.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What a user sees who starts the gateway with the smallest configuration. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class StartLineTest {

    @Test
    void start_saysWhereToPostAndToLook_andWarnsOfNothing(CapturedOutput output) {
        try (ConfigurableApplicationContext gateway =
                SpringApplication.run(SampleApplication.class, "--server.port=0")) {
            String port = gateway.getEnvironment().getProperty("local.server.port");

            assertThat(output)
                    .contains("Ready: POST http://127.0.0.1:" + port + "/api/messages (upstream: simulator at ")
                    .contains("See it at work: http://127.0.0.1:" + port + "/")
                    .doesNotContain(" WARN ");
        }
    }
}
