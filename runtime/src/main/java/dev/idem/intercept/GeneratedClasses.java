package dev.idem.intercept;

import dev.idem.engine.IdempotentCalls;
import dev.idem.engine.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** The generated classes, each loaded once, beside the type it was generated for. */
final class GeneratedClasses {

    private final OperationNames names;

    private final ClassValue<List<Operation>> operations = new ClassValue<>() {
        @Override
        protected List<Operation> computeValue(Class<?> type) {
            return load(type);
        }
    };

    /**
     * Nothing is loaded yet.
     *
     * @param names the operations of every class that is loaded are added to these
     */
    GeneratedClasses(OperationNames names) {
        this.names = names;
    }

    /**
     * The operation that was generated for an annotated method.
     *
     * @throws MissingGeneratedClassException if there is none: the method must not run unguarded
     * @throws DuplicateOperationException if another type declares an operation of this method's type, too
     */
    Operation operationOf(Method annotated) {
        List<Class<?>> parameterTypes = Arrays.asList(annotated.getParameterTypes());
        return operationsOf(annotated).stream()
                .filter(operation -> operation.method().equals(annotated.getName())
                        && operation.parameterTypes().equals(parameterTypes))
                .findFirst()
                .orElseThrow(
                        () -> MissingGeneratedClassException.stale(annotated, nameFor(annotated.getDeclaringClass())));
    }

    /** The name of the class generated for a type: its package, then its simple names from the outermost on. */
    static String nameFor(Class<?> type) {
        String packageName = type.getPackageName();
        String prefix = packageName.isEmpty() ? "" : packageName + '.';
        return prefix + simpleNames(type) + "_IdempotentCalls";
    }

    private List<Operation> operationsOf(Method annotated) {
        try {
            return operations.get(annotated.getDeclaringClass());
        } catch (Unusable e) {
            String generated = nameFor(annotated.getDeclaringClass());
            throw e.getCause() instanceof IllegalAccessException hidden
                    ? MissingGeneratedClassException.hidden(annotated, generated, hidden)
                    : MissingGeneratedClassException.absent(annotated, generated, e.getCause());
        }
    }

    private static String simpleNames(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : simpleNames(outer) + '_' + type.getSimpleName();
    }

    private List<Operation> load(Class<?> type) {
        try {
            Class<?> generated = Class.forName(nameFor(type), true, type.getClassLoader());
            IdempotentCalls calls = (IdempotentCalls) generated.getConstructor().newInstance();
            ForeignMembers.check(calls);
            List<Operation> operations = List.copyOf(calls.operations());
            names.declare(
                    type.getCanonicalName(),
                    operations.stream().map(Operation::name).toList());
            return operations;
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            throw new Unusable(e);
        }
    }

    /** The generated class of a type cannot be used; which method asked for it is known to the caller only. */
    private static final class Unusable extends RuntimeException {

        Unusable(Throwable cause) {
            super(cause);
        }
    }
}
