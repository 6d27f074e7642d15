package dev.idem.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.sample.simulator.Bill;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A gateway whose Redis is down: it starts, and rather refuses than pays unprotected. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"idem.store=redis", "idem.redis.address=redis://127.0.0.1:1"})
@Timeout(60)
class StoreDownTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/messages", "/api/messages/stream"})
    void prompt_isRefusedAndNotRun(String path, @Autowired Upstream upstream, @LocalServerPort int port)
            throws Exception {
        HttpResponse<String> response = Posts.to(port).send(path, Posts.prompt("Is anybody there?"));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("urn:idem:problem:store-unavailable");
        assertThat(upstream.simulator().bill()).isEqualTo(Bill.NONE);
    }
}
