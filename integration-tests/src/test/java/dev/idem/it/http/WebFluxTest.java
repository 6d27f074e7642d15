package dev.idem.it.http;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;

/** WebFlux on Netty. */
final class WebFluxTest extends HttpContract {

    @Override
    WebServer start(List<Class<?>> beans, String... properties) {
        List<Class<?>> all =
                Stream.concat(Stream.of(FluxTill.class), beans.stream()).toList();
        return WebServer.start(WebApplicationType.REACTIVE, all, properties);
    }
}
