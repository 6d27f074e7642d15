package dev.idem.sample.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.sample.SampleApplication;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The page at the gateway's end, and where there is nothing to play with. */
@Timeout(60)
class PageLifeTest {

    private static HttpResponse<InputStream> events(ConfigurableApplicationContext gateway) throws Exception {
        String port = gateway.getEnvironment().getProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/page/events"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    }

    @Test
    void gatewayThatEnds_doesNotWaitForOpenPages() throws Exception {
        ConfigurableApplicationContext gateway = SpringApplication.run(SampleApplication.class, "--server.port=0");
        try (InputStream events = events(gateway).body()) {
            assertThat(events.read()).isPositive();
            long begin = System.nanoTime();

            gateway.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
            events.readAllBytes();
        }
    }

    @Test
    void gatewayWithoutSimulator_refusesThePage() throws Exception {
        try (ConfigurableApplicationContext gateway = SpringApplication.run(
                SampleApplication.class, "--server.port=0", "--gateway.upstream=http://127.0.0.1:9")) {
            HttpResponse<InputStream> refusal = events(gateway);

            assertThat(refusal.statusCode()).isEqualTo(404);
            assertThat(refusal.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(new String(refusal.body().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("The page plays with the simulator");
        }
    }
}
