package dev.idem.it.http;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;

/** Spring MVC on Tomcat. */
final class MvcTest extends HttpContract {

    @Override
    WebServer start(List<Class<?>> beans, String... properties) {
        List<Class<?>> all =
                Stream.concat(Stream.of(MvcTill.class), beans.stream()).toList();
        return WebServer.start(WebApplicationType.SERVLET, all, properties);
    }
}
