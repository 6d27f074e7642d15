package dev.idem.spring;

import dev.idem.engine.Operation;
import dev.idem.intercept.OperationSource;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Refuses beans whose guarded methods AspectJ has not woven: without proxies nothing else would guard them. */
final class WovenDoorCheck implements DoorCheck {

    /** What the weaver calls the method that takes the original code. */
    private static final String WOVEN_BODY = "_aroundBody";

    private final OperationSource operations;

    WovenDoorCheck(OperationSource operations) {
        this.operations = operations;
    }

    @Override
    public void check(String beanName, Class<?> type, Operation operation, Class<?> firstType) {
        operations.implementations(type).stream()
                .filter(method -> !isWoven(method))
                .findFirst()
                .ifPresent(method -> {
                    throw notWoven(beanName, method);
                });
    }

    private static boolean isWoven(Method method) {
        return Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
                .anyMatch(other -> other.getName().startsWith(method.getName() + WOVEN_BODY));
    }

    private static IdempotencySetupException notWoven(String beanName, Method method) {
        return new IdempotencySetupException(
                "The mode is 'aspectj', but " + method.getDeclaringClass().getName() + "." + method.getName()
                        + " of the bean '" + beanName + "' is not woven: its calls would not be guarded.",
                "Compile the class with AspectJ and idem-runtime as aspect library, or choose the mode 'proxy'."
                        + " AspectJ weaves only methods that are annotated themselves: annotate the one that runs.");
    }
}
