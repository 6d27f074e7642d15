package dev.idem.junit;

import dev.idem.engine.Idempotency;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Lets every test begin without records, so that no test is answered with what another one did.
 *
 * <p>In a test that starts an application, whatever its context keeps in this process is emptied before each test. In a
 * plain unit test there is no application: then this extension guards woven methods itself, in memory, for as long as the
 * test runs.
 *
 * <p>A test may ask for the {@link Idempotency} and the {@link TestClock} as parameters. The clock of an application is the
 * {@code TestClock} bean that its test configuration declares.
 */
public final class IdempotencyExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(IdempotencyExtension.class);

    public IdempotencyExtension() {}

    @Override
    public void beforeEach(ExtensionContext test) {
        Optional<Idempotency> application = ofApplication(Idempotency.class, test);
        application.ifPresent(Idempotency::clear);
        if (application.isEmpty()) {
            test.getStore(NAMESPACE).put(UnitTest.class, UnitTest.begin());
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        UnitTest unitTest = test.getStore(NAMESPACE).remove(UnitTest.class, UnitTest.class);
        if (unitTest != null) {
            unitTest.end();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == Idempotency.class || type == TestClock.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return ofApplication(type, test).map(Object.class::cast).orElseGet(() -> ofUnitTest(type, test));
    }

    private static Object ofUnitTest(Class<?> type, ExtensionContext test) {
        UnitTest unitTest = test.getStore(NAMESPACE).get(UnitTest.class, UnitTest.class);
        if (unitTest == null) {
            throw new IllegalStateException("The application of this test has no " + type.getSimpleName()
                    + ". Declare a bean of this type in the test's configuration.");
        }
        return type == TestClock.class ? unitTest.clock() : unitTest.idempotency();
    }

    private static <T> Optional<T> ofApplication(Class<T> type, ExtensionContext test) {
        return ServiceLoader.load(GuardedContext.class, IdempotencyExtension.class.getClassLoader()).stream()
                .flatMap(IdempotencyExtension::loadable)
                .flatMap(context -> context.find(type, test).stream())
                .findFirst();
    }

    /** A context whose framework is missing cannot be loaded, and holds nothing. */
    private static Stream<GuardedContext> loadable(ServiceLoader.Provider<GuardedContext> provider) {
        try {
            return Stream.of(provider.get());
        } catch (ServiceConfigurationError | LinkageError e) {
            return Stream.empty();
        }
    }
}
