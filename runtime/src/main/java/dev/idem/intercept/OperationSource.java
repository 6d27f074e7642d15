package dev.idem.intercept;

import dev.idem.IdempotentCall;
import dev.idem.engine.Operation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Finds the operation of a method. The nearest annotated method decides: the class's own, then those of its
 * superclasses, then those of its interfaces. What was found is kept for as long as the class lives. Thread-safe.
 */
public final class OperationSource {

    private final OperationNames names = new OperationNames();
    private final GeneratedClasses generated = new GeneratedClasses(names);

    private final ClassValue<GuardedMethods> guardedMethods = new ClassValue<>() {
        @Override
        protected GuardedMethods computeValue(Class<?> type) {
            return new GuardedMethods(type);
        }
    };

    /**
     * Takes note of the operations of a type before it is loaded. Generated classes that are loaded later are compared
     * with them, as they are with each other.
     *
     * @param type its canonical name
     * @throws DuplicateOperationException if another type has one of these operations
     */
    public void declare(String type, Collection<String> operations) {
        names.declare(type, operations);
    }

    /** Whether a class has or inherits any annotated method. */
    public boolean guards(Class<?> type) {
        return !guardedMethods.get(type).annotated.isEmpty();
    }

    /**
     * The operation that guards a method when it is called on an object of this class.
     *
     * @param method the method as the caller names it: of an interface, a superclass or a bridge, too
     * @param type the class of the object, perhaps made at run time by a proxy or a mock
     * @return empty if no annotation applies
     * @throws MissingGeneratedClassException if an annotation applies but its generated code is missing
     * @throws DuplicateOperationException if another type declares an operation of the annotated method's type
     */
    public Optional<Operation> find(Method method, Class<?> type) {
        return guardedMethods.get(type).find(method);
    }

    /** The operation of a method that itself is annotated. */
    public Operation declaredBy(Method annotated) {
        return guardedMethods.get(annotated.getDeclaringClass()).declaredBy(annotated);
    }

    /** All operations that guard the methods of a class, each once. */
    public List<Operation> all(Class<?> type) {
        GuardedMethods guarded = guardedMethods.get(type);
        return guarded.annotated.stream()
                .flatMap(method -> guarded.find(method).stream())
                .distinct()
                .toList();
    }

    /** The names of the generated classes that hold the operations of a class. They are found by these names only. */
    public Set<String> generatedClasses(Class<?> type) {
        return guardedMethods.get(type).annotated.stream()
                .map(method -> GeneratedClasses.nameFor(method.getDeclaringClass()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The methods that run when guarded methods of a class are called, one for each operation. */
    public List<Method> implementations(Class<?> type) {
        return guardedMethods.get(type).implementations();
    }

    /** What is known about one class. */
    private final class GuardedMethods {

        private final Hierarchy hierarchy;
        private final List<Method> annotated;
        private final Signatures signatures;
        private final Map<Method, Optional<Operation>> found = new ConcurrentHashMap<>();
        private final Map<Method, Operation> declared = new ConcurrentHashMap<>();

        GuardedMethods(Class<?> type) {
            hierarchy = Hierarchy.of(UserClass.behind(type));
            annotated = hierarchy
                    .methods()
                    .filter(method -> !method.isBridge() && method.isAnnotationPresent(IdempotentCall.class))
                    .toList();
            signatures = new Signatures(hierarchy);
        }

        Optional<Operation> find(Method method) {
            Optional<Operation> known = found.get(method);
            if (known != null) {
                return known;
            }
            return annotated.isEmpty() ? Optional.empty() : found.computeIfAbsent(method, this::search);
        }

        Operation declaredBy(Method method) {
            Operation known = declared.get(method);
            return known == null ? declared.computeIfAbsent(method, generated::operationOf) : known;
        }

        List<Method> implementations() {
            Map<Operation, Method> nearest = new LinkedHashMap<>();
            hierarchy
                    .methods()
                    .filter(method -> !method.isBridge() && !Modifier.isAbstract(method.getModifiers()))
                    .forEach(method -> find(method).ifPresent(operation -> nearest.putIfAbsent(operation, method)));
            return List.copyOf(nearest.values());
        }

        private Optional<Operation> search(Method method) {
            return annotated.stream()
                    .filter(candidate -> candidate.equals(method)
                            || (isInherited(candidate) && signatures.override(candidate, method)))
                    .findFirst()
                    .map(generated::operationOf);
        }

        private static boolean isInherited(Method method) {
            return (method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0;
        }
    }
}
