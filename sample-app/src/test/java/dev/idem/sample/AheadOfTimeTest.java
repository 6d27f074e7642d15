package dev.idem.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;

/** The gateway, started from what Spring generated when it was built instead of from its configurations. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AheadOfTimeTest {

    private static final String PROPERTY = "spring.aot.enabled";

    private ServletWebServerApplicationContext gateway;

    @BeforeEach
    void start() {
        SpringApplication application = new SpringApplication(SampleApplication.class);
        application.setMainApplicationClass(SampleApplication.class);
        System.setProperty(PROPERTY, "true");
        try {
            gateway = (ServletWebServerApplicationContext) application.run("--server.port=0");
        } finally {
            System.clearProperty(PROPERTY);
        }
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void duplicate_isPaidOnceAndGetsTheFirstAnswer() throws Exception {
        Posts posts = Posts.to(gateway.getWebServer().getPort());
        String prompt = Posts.prompt("What is ahead of time?");

        String first = posts.send(prompt).body();

        assertThat(posts.send(prompt).body()).isEqualTo(first).contains("\"id\"");
        assertThat(gateway.getBean(Upstream.class).simulator().bill().calls()).isEqualTo(1);
    }

    @Test
    void configurations_areNotReadAnyMore() {
        assertThat(gateway.containsBean(AnnotationConfigUtils.CONFIGURATION_ANNOTATION_PROCESSOR_BEAN_NAME))
                .isFalse();
    }
}
