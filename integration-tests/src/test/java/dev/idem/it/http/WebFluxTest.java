package dev.idem.it.http;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/** WebFlux on Netty. */
final class WebFluxTest extends HttpContract {

    @Override
    WebServer start(List<Class<?>> beans, String... properties) {
        List<Class<?>> all = Stream.concat(Stream.of(FluxTill.class, OwnThreads.class), beans.stream())
                .toList();
        return WebServer.start(WebApplicationType.REACTIVE, all, properties);
    }

    /** A server that closes does not take the threads of others along. */
    @Configuration(proxyBeanMethods = false)
    static class OwnThreads {

        @Bean
        ReactorResourceFactory reactorResourceFactory() {
            ReactorResourceFactory threads = new ReactorResourceFactory();
            threads.setUseGlobalResources(false);
            return threads;
        }
    }
}
