package dev.idem.it;

import dev.idem.spring.IdempotencyAutoConfiguration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A small Spring Boot application around the fixtures, with a store that counts. */
public final class Application implements AutoCloseable {

    private final CountingStore store = new CountingStore();
    private final Work work = new Work();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private Application(List<String> properties) {
        TestPropertyValues.of(Stream.concat(Stream.of("idem.store=counting"), properties.stream()))
                .applyTo(context);
        context.registerBean("counting", CountingStore.class, () -> store);
        context.registerBean(Work.class, () -> work);
        context.register(IdempotencyAutoConfiguration.class);
    }

    /** Not started yet. */
    public static Application with(String... properties) {
        return new Application(List.of(properties));
    }

    /** Adds a bean, made from the work of this application. */
    public <T> Application having(Class<T> type) {
        context.registerBean(type);
        return this;
    }

    /** Adds a bean. */
    public <T> Application having(Class<T> type, Supplier<T> bean) {
        context.registerBean(type, bean);
        return this;
    }

    /** Adds a configuration. */
    public Application configuredBy(Class<?> configuration) {
        context.register(configuration);
        return this;
    }

    /** Adds classes of another class loader. */
    public Application on(ClassLoader classes) {
        context.setClassLoader(classes);
        return this;
    }

    public Application start() {
        context.refresh();
        return this;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Work work() {
        return work;
    }

    public CountingStore store() {
        return store;
    }

    @Override
    public void close() {
        context.close();
    }
}
