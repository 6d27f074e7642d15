package dev.idem.spring;

import dev.idem.engine.Operation;
import dev.idem.intercept.OperationSource;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.aop.framework.AopInfrastructureBean;
import org.springframework.util.ClassUtils;

/** Looks at beans as they are made and remembers which operations there are. Thread-safe. */
final class GuardedBeans {

    private final OperationSource operations;
    private final DoorCheck door;
    private final Map<String, Guarded> byName = new ConcurrentHashMap<>();

    GuardedBeans(OperationSource operations, DoorCheck door) {
        this.operations = operations;
        this.door = door;
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
