package dev.idem.engine;

import dev.idem.IdempotencyKeyException;
import dev.idem.key.CanonicalWriter;
import dev.idem.key.ClientKey;
import dev.idem.key.ClientKeyRules;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns an operation and its arguments into a {@link Call}. */
final class CallReader {

    private static final int SPARE_WRITERS = 16;

    /** A writer leaves while it is in use, as reading an argument may call another guarded method. */
    private final Queue<CanonicalWriter> spareWriters = new ArrayBlockingQueue<>(SPARE_WRITERS);

    private final String application;
    private final TenantResolver tenants;

    CallReader(String application, TenantResolver tenants) {
        this.application = application;
        this.tenants = tenants;
    }

    /**
     * Refuses, with {@link IdempotencyKeyException} or {@link dev.idem.MissingIdempotencyKeyException}, a call that has
     * no key or no known tenant.
     */
    Call read(Operation operation, Guard guard, @Nullable Object[] arguments) {
        ClientKey source = operation.clientKey();
        return source == null
                ? derived(operation, guard, arguments)
                : supplied(
                        operation, guard, arguments, ClientKeyRules.require(source.read(arguments), operation.name()));
    }

    /** The calls of the items of one call, in the order of the items, all of one tenant. */
    List<Call> read(Operation operation, Guard guard, ItemArguments items) {
        Optional<String> name = tenantOf(operation, guard, tenants);
        return IntStream.range(0, items.size())
                .mapToObj(i -> derived(operation, items.withItem(i)))
                .map(fingerprint -> new Call(
                        operation,
                        guard,
                        new RecordAddress(application, name.orElse(null), operation.name(), fingerprint.derivedKey()),
                        fingerprint))
                .toList();
    }

    private Call derived(Operation operation, Guard guard, @Nullable Object[] arguments) {
        Fingerprint fingerprint = derived(operation, arguments);
        return call(operation, guard, fingerprint.derivedKey(), fingerprint);
    }

    private Fingerprint derived(Operation operation, @Nullable Object[] arguments) {
        return write(operation, arguments, content -> {
            if (content.isEmpty()) {
                throw new IdempotencyKeyException(
                        operation + " has no key: every part of it is null or empty, so it would"
                                + " share one key with every other such call. Pass a value, or narrow 'key' to what is never null.");
            }
            return fingerprint(content);
        });
    }

    private Call supplied(Operation operation, Guard guard, @Nullable Object[] arguments, String key) {
        return call(operation, guard, key, write(operation, arguments, CallReader::fingerprint));
    }

    /** The call that code names by its key. */
    Call read(Operation operation, Guard guard, CallKey key, Optional<TenantResolver> tenant) {
        return new Call(operation, guard, address(operation, guard, key.key(), tenant), key.fingerprint());
    }

    /** Where the record of a call lies: the given resolver's tenant, or else the current one's, if tenants are kept apart. */
    RecordAddress address(Operation operation, Guard guard, String key, Optional<TenantResolver> tenant) {
        Optional<String> name = tenantOf(operation, guard, tenant.orElse(tenants));
        return new RecordAddress(application, name.orElse(null), operation.name(), key);
    }

    private static Optional<String> tenantOf(Operation operation, Guard guard, TenantResolver resolver) {
        return guard.policy().tenancy() == Tenancy.NONE ? Optional.empty() : tenant(operation, resolver);
    }

    private Call call(Operation operation, Guard guard, String key, Fingerprint fingerprint) {
        return new Call(operation, guard, address(operation, guard, key, Optional.empty()), fingerprint);
    }

    private static Fingerprint fingerprint(CanonicalWriter content) {
        return Fingerprint.of(content.toBytes());
    }

    private Fingerprint write(
            Operation operation, @Nullable Object[] arguments, Function<CanonicalWriter, Fingerprint> read) {
        CanonicalWriter spare = spareWriters.poll();
        CanonicalWriter writer = spare == null ? new CanonicalWriter() : spare;
        try {
            operation.content().write(arguments, writer);
        } catch (IdempotencyKeyException e) {
            throw new IdempotencyKeyException(operation + " has no key: " + e.getMessage() + ".", e);
        }
        Fingerprint fingerprint = read.apply(writer);
        writer.reset();
        spareWriters.offer(writer);
        return fingerprint;
    }

    private static Optional<String> tenant(Operation operation, TenantResolver resolver) {
        try {
            Optional<String> tenant = resolver.currentTenant();
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
