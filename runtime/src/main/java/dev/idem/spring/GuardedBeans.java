package dev.idem.spring;

import dev.idem.engine.Operation;
import dev.idem.intercept.OperationSource;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.aop.framework.AopInfrastructureBean;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.context.annotation.AdviceMode;
import org.springframework.util.ClassUtils;

/** Looks at beans as they are made and remembers which operations there are. Thread-safe. */
final class GuardedBeans {

    /** Under which a context has its own. */
    static final String NAME = "idempotencyGuardedBeans";

    private final AdviceMode mode;
    private final OperationSource operations;
    private final DoorCheck door;
    private final Map<String, Guarded> byName = new ConcurrentHashMap<>();

    GuardedBeans(AdviceMode mode, OperationSource operations, DoorCheck door) {
        this.mode = mode;
        this.operations = operations;
        this.door = door;
    }

    /** Which door guards them. */
    AdviceMode mode() {
        return mode;
    }

    /** Finds what beans like these need at run time. */
    GuardedTypeHints hints(ReflectionHints reflection, ClassLoader classLoader) {
        return new GuardedTypeHints(reflection, operations, classLoader);
    }

    /** Looks at one bean. */
    void add(Object bean, String beanName) {
        if (operations.guards(bean.getClass()) && !(bean instanceof AopInfrastructureBean)) {
            Class<?> type = ClassUtils.getUserClass(bean);
            operations.all(type).forEach(operation -> look(beanName, type, operation));
        }
    }

    /** The operations of the beans made so far. */
    Collection<Operation> operations() {
        return byName.values().stream().map(Guarded::operation).toList();
    }

    /** Their names, in alphabetical order. */
    SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    private void look(String beanName, Class<?> type, Operation operation) {
        Guarded first = byName.putIfAbsent(operation.name(), new Guarded(operation, type));
        door.check(beanName, type, operation, first == null ? type : first.type);
    }

    private record Guarded(Operation operation, Class<?> type) {}
}
