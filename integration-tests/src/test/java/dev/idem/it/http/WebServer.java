package dev.idem.it.http;

import dev.idem.it.Work;
import dev.idem.store.IdempotencyStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A real server with a controller, and a real client. */
final class WebServer implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;

    private WebServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static WebServer start(WebApplicationType type, List<Class<?>> beans, String... properties) {
        return new WebServer(new SpringApplicationBuilder(Boot.class)
                .sources(beans.toArray(Class<?>[]::new))
                .web(type)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.main.banner-mode=off",
                        "spring.jmx.enabled=false",
                        "idem.max-outcome-size=4KB",
                        "idem.store=scripted")
                .properties(properties)
                .run());
    }

    Work work() {
        return context.getBean(Work.class);
    }

    ScriptedStore store() {
        return context.getBean(ScriptedStore.class);
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        return http.send(request(path, body, headers), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> postAsync(String path, String body, String... headers) {
        return http.sendAsync(request(path, body, headers), BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String body, String... headers) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(40))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    @Override
    public void close() {
        context.close();
    }

    /** An application as its users have it. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
                "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration",
                "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration"
            })
    static class Boot {

        @Bean
        Work work() {
            return new Work();
        }

        @Bean
        Till till(Work work) {
            return new Till(work);
        }

        @Bean
        ScriptedStore scriptedStore() {
            return new ScriptedStore();
        }

        @Bean
        IdempotencyStore scripted(ScriptedStore store) {
            return store.asStore();
        }
    }
}
