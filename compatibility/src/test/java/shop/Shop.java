package shop;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application, started as its users start it. */
final class Shop implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Shop(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Shop start(String... arguments) {
        SpringApplication application = new SpringApplication(ShopApplication.class);
        // What was generated when the application was built is found by its name, and not by that of a test runner.
        application.setMainApplicationClass(ShopApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        return new Shop(application.run(arguments));
    }

    /** With a store that other processes share, on the server that the environment names. */
    static Shop startOn(String store, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.add("--idem.store=" + store);
        arguments.add("--idem.redis.address=" + redis());
        return start(arguments.toArray(String[]::new));
    }

    static String redis() {
        String address = System.getenv("IDEM_TEST_REDIS");
        if (address == null) {
            throw new IllegalStateException("Name a Redis server: IDEM_TEST_REDIS=redis://host:port");
        }
        return address;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    boolean hasBean(String name) {
        return context.containsBean(name);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
