package dev.idem.spring.actuate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idem.testing.shop.Translator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** An application with Actuator that is asked over HTTP. */
final class ManagedApplication implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private ManagedApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it with these properties, and all endpoints exposed. */
    static ManagedApplication start(String... properties) {
        String[] arguments = Arrays.stream(properties).map("--"::concat).toArray(String[]::new);
        return new ManagedApplication(new SpringApplicationBuilder(Shop.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "server.port=0",
                        "management.endpoints.web.exposure.include=*",
                        "management.endpoint.health.show-details=always",
                        "spring.application.name=shop",
                        "spring.main.banner-mode=off",
                        "idem.prices[length]=0.5")
                .run(arguments));
    }

    Translator translator() {
        return context.getBean(Translator.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(ask("GET", path).body());
    }

    HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        URI uri = URI.create(
                "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + "/actuator/" + path);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
    }

    /** One guarded bean. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Shop {

        @Bean
        Translator translator() {
            return new Translator();
        }
    }
}
