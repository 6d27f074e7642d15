package dev.idem.spring;

import dev.idem.codec.ResultType;
import dev.idem.engine.ForeignType;
import dev.idem.engine.IdempotentCalls;
import dev.idem.intercept.OperationSource;
import java.util.Collection;
import java.util.Map;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

/**
 * Tells which classes of an application are looked at by reflection: guarded types, the classes that were generated for
 * them, the types of other artifacts in their keys, and the results that are recorded.
 */
final class GuardedTypeHints {

    private final BindingReflectionHintsRegistrar values = new BindingReflectionHintsRegistrar();
    private final ReflectionHints hints;
    private final OperationSource operations;
    private final ClassLoader classLoader;

    GuardedTypeHints(ReflectionHints hints, OperationSource operations, ClassLoader classLoader) {
        this.hints = hints;
        this.operations = operations;
        this.classLoader = classLoader;
    }

    /**
     * Adds the hints for the class of a bean, if it has guarded methods.
     *
     * @throws dev.idem.intercept.MissingGeneratedClassException if it has, and was compiled without the processor
     */
    void register(Class<?> type) {
        if (operations.guards(type)) {
            hints.registerType(type, MemberCategory.INVOKE_DECLARED_METHODS);
            operations.all(type).forEach(operation -> registerResult(operation.resultType()));
            operations.generatedClasses(type).forEach(this::registerGenerated);
        }
    }

    private void registerResult(ResultType type) {
        values.registerReflectionHints(hints, type.toJavaType());
        type.subtypes().values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .forEach(subtype -> values.registerReflectionHints(hints, subtype));
    }

    private void registerGenerated(String name) {
        hints.registerType(TypeReference.of(name), MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
        IdempotentCalls calls =
                (IdempotentCalls) BeanUtils.instantiateClass(ClassUtils.resolveClassName(name, classLoader));
        calls.foreignTypes().stream()
                .map(ForeignType::name)
                .map(foreign -> ClassUtils.resolveClassName(foreign, classLoader))
                .forEach(foreign -> values.registerReflectionHints(hints, foreign));
    }
}
