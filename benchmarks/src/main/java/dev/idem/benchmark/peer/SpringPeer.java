package dev.idem.benchmark.peer;

import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.Prompts;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A Spring Boot application with one guarded bean.
 *
 * @param guard the configuration that opens the door to it
 * @param bean the class of the bean
 */
record SpringPeer(Class<?> guard, Class<? extends Prompts> bean) {

    static SpringPeer of(Class<?> guard, Class<? extends Prompts> bean) {
        return new SpringPeer(guard, bean);
    }

    /** Starts the application around what the guarded methods do. */
    OpenPeer open(Model model, String... properties) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(guard, bean)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("model", model))
                .properties(Stream.concat(
                                Stream.of("logging.level.root=warn", "spring.application.name=benchmark"),
                                Stream.of(properties))
                        .toArray(String[]::new))
                .run();
        return new OpenPeer(context.getBean(bean), context);
    }
}
