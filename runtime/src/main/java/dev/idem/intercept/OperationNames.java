package dev.idem.intercept;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which type declares which operation. Types are told apart by name, so that one that is on the class path twice, or is
 * loaded once more, is still the same. Thread-safe.
 */
final class OperationNames {

    private final Map<String, String> types = new ConcurrentHashMap<>();

    /**
     * Takes note of the operations of a type.
     *
     * @param type its canonical name
     * @throws DuplicateOperationException if another type has declared one of them before
     */
    void declare(String type, Collection<String> operations) {
        for (String operation : operations) {
            String first = types.putIfAbsent(operation, type);
            if (first != null && !first.equals(type)) {
                throw new DuplicateOperationException(operation, first, type);
            }
        }
    }
}
