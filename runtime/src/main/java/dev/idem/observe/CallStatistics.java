package dev.idem.observe;

import dev.idem.engine.CallObserver;
import dev.idem.engine.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the calls of this process, operation by operation, since it was made. Thread-safe. */
public final class CallStatistics implements CallObserver {

    private final Map<String, OperationStatistics> operations = new ConcurrentHashMap<>();

    @Override
    public OperationStatistics observe(Operation operation) {
        OperationStatistics statistics =
                operations.computeIfAbsent(operation.name(), same -> new OperationStatistics());
        operation.savings().forEach(saving -> statistics.expect(saving.unit()));
        return statistics;
    }

    /** The operations whose guard has been decided, by name. */
    public SortedMap<String, OperationStatistics> operations() {
        return new TreeMap<>(operations);
    }

    /** The numbers of one operation; empty if this process has not met it. */
    public Optional<OperationStatistics> of(String operation) {
        return Optional.ofNullable(operations.get(operation));
    }
}
