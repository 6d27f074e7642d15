package dev.idem.engine;

import dev.idem.IdempotencyKeyException;
import dev.idem.key.CanonicalWriter;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Turns an operation and its arguments into a {@link Call}. */
final class CallReader {

    private static final int EMPTY_CONTENT = "{}".length();

    private static final int SPARE_WRITERS = 16;

    /** A writer leaves while it is in use, as reading an argument may call another guarded method. */
    private final Queue<CanonicalWriter> spareWriters = new ArrayBlockingQueue<>(SPARE_WRITERS);

    private final String application;
    private final TenantResolver tenants;

    CallReader(String application, TenantResolver tenants) {
        this.application = application;
        this.tenants = tenants;
    }

    /** Refuses, with {@link IdempotencyKeyException}, a call that has no key or no known tenant. */
    Call read(Operation operation, Guard guard, @Nullable Object[] arguments) {
        Fingerprint fingerprint = Fingerprint.of(content(operation, arguments));
        RecordAddress address = new RecordAddress(
                application, tenant(operation).orElse(null), operation.name(), fingerprint.derivedKey());
        return new Call(operation, guard, address, fingerprint);
    }

    private byte[] content(Operation operation, @Nullable Object[] arguments) {
        CanonicalWriter spare = spareWriters.poll();
        CanonicalWriter writer = spare == null ? new CanonicalWriter() : spare;
        try {
            operation.content().write(arguments, writer);
        } catch (IdempotencyKeyException e) {
            throw new IdempotencyKeyException(operation + " has no key: " + e.getMessage() + ".", e);
        }
        byte[] content = writer.toBytes();
        writer.reset();
        spareWriters.offer(writer);
        if (content.length == EMPTY_CONTENT) {
            throw new IdempotencyKeyException(
                    operation + " has no key: every part of it is null or empty, so it would"
                            + " share one key with every other such call. Pass a value, or narrow 'key' to what is never null.");
        }
        return content;
    }

    private Optional<String> tenant(Operation operation) {
        try {
            Optional<String> tenant = tenants.currentTenant();
            if (tenant != null) {
                return tenant;
            }
        } catch (RuntimeException e) {
            throw new IdempotencyKeyException(operation + " was refused: its tenant could not be resolved.", e);
        }
        throw new IdempotencyKeyException(operation + " was refused: the tenant resolver returned null. Return an empty"
                + " Optional for calls without a tenant.");
    }
}
