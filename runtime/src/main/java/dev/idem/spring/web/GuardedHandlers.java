package dev.idem.spring.web;

import dev.idem.engine.Operation;
import dev.idem.intercept.OperationSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;

/** Which methods of controllers are guarded, and which of them take the client's key from the header. Thread-safe. */
final class GuardedHandlers {

    private final OperationSource operations;
    private final String keyHeader;
    private final Map<HandlerMethod, Optional<GuardedHandler>> known = new ConcurrentHashMap<>();

    /**
     * Knows none yet.
     *
     * @param keyHeader the name of the header
     */
    GuardedHandlers(OperationSource operations, String keyHeader) {
        this.operations = operations;
        this.keyHeader = keyHeader;
    }

    /** What is known of this method; empty if it is not guarded. */
    Optional<GuardedHandler> find(HandlerMethod handler) {
        return known.computeIfAbsent(handler, this::read);
    }

    private Optional<GuardedHandler> read(HandlerMethod handler) {
        return operations
                .find(handler.getMethod(), handler.getBeanType())
                .map(operation -> new GuardedHandler(operation, keyOf(operation, handler)));
    }

    private Optional<KeyParameter> keyOf(Operation operation, HandlerMethod handler) {
        return operation.clientKey() == null
                ? Optional.empty()
                : Arrays.stream(handler.getMethodParameters())
                        .filter(this::isKey)
                        .map(parameter -> new KeyParameter(keyHeader, isRequired(parameter)))
                        .findFirst();
    }

    private boolean isKey(MethodParameter parameter) {
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        return header != null && keyHeader.equalsIgnoreCase(header.name());
    }

    private static boolean isRequired(MethodParameter parameter) {
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        return header != null
                && header.required()
                && header.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                && !parameter.isOptional();
    }
}
