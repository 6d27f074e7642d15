package dev.idem.engine;

import dev.idem.IdempotencyKeyException;
import dev.idem.UnknownTenantException;
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

    CallReader(String application) {
        this.application = application;
    }

    /**
     * Refuses, with {@link IdempotencyKeyException} or {@link dev.idem.MissingIdempotencyKeyException}, a call that has
     * no key or no known tenant.
     */
    Call read(Operation operation, Guard guard, @Nullable Object[] arguments, TenantResolver tenant) {
        ClientKey source = operation.clientKey();
        if (source == null) {
            Fingerprint content = contentOf(operation, arguments);
            return read(operation, guard, content.derivedKey(), content, tenant);
        }
        String key = ClientKeyRules.require(source.read(arguments), operation.name());
        return read(operation, guard, key, write(operation, arguments, CallReader::fingerprint), tenant);
    }

    /** The calls of the items of one call, in the order of the items, all of one tenant. */
    List<Call> read(Operation operation, Guard guard, ItemArguments items, TenantResolver tenant) {
        Optional<String> name = tenantOf(operation, guard, tenant);
        return IntStream.range(0, items.size())
                .mapToObj(i -> contentOf(operation, items.withItem(i)))
                .map(content -> new Call(
                        operation,
                        guard,
                        new RecordAddress(application, name.orElse(null), operation.name(), content.derivedKey()),
                        content))
                .toList();
    }

    /** The call that code names by its key. */
    Call read(Operation operation, Guard guard, CallKey key, TenantResolver tenant) {
        return read(operation, guard, key.key(), key.fingerprint(), tenant);
    }

    private Call read(Operation operation, Guard guard, String key, Fingerprint fingerprint, TenantResolver tenant) {
        return new Call(operation, guard, address(operation, guard, key, tenant), fingerprint);
    }

    /** What {@link TextLookup} recognises a call by. */
    @Nullable
    Object[] text(Operation operation, @Nullable Object[] arguments) {
        ClientKey key = operation.clientKey();
        return new @Nullable Object[] {
            write(operation, arguments, CanonicalWriter::toBytes), key == null ? null : key.read(arguments)
        };
    }

    private Fingerprint contentOf(Operation operation, @Nullable Object[] arguments) {
        return write(operation, arguments, content -> {
            if (content.isEmpty()) {
                throw new IdempotencyKeyException(
                        operation + " has no key: every part of it is null or empty, so it would"
                                + " share one key with every other such call. Nothing was run. Pass a value, or narrow"
                                + " 'key' to what is never null.");
            }
            return fingerprint(content);
        });
    }

    /** Where the record of a call lies: the resolver is asked only if tenants are kept apart. */
    RecordAddress address(Operation operation, Guard guard, String key, TenantResolver tenant) {
        Optional<String> name = tenantOf(operation, guard, tenant);
        return new RecordAddress(application, name.orElse(null), operation.name(), key);
    }

    /** The tenant that the resolver names; empty where tenants are not kept apart. */
    static Optional<String> tenantOf(Operation operation, Guard guard, TenantResolver resolver) {
        return guard.policy().tenancy() == Tenancy.NONE ? Optional.empty() : tenant(operation, resolver);
    }

    private static Fingerprint fingerprint(CanonicalWriter content) {
        return Fingerprint.of(content.toBytes());
    }

    private <T> T write(Operation operation, @Nullable Object[] arguments, Function<CanonicalWriter, T> read) {
        CanonicalWriter spare = spareWriters.poll();
        CanonicalWriter writer = spare == null ? new CanonicalWriter() : spare;
        try {
            operation.content().write(arguments, writer);
        } catch (IdempotencyKeyException e) {
            throw new IdempotencyKeyException(
                    operation + " has no key: " + e.getMessage()
                            + ". Nothing was run. Pass a value that has a stable text, or leave it out of the key"
                            + " (@KeyIgnore, or the paths in 'key').",
                    e);
        }
        T result = read.apply(writer);
        writer.reset();
        spareWriters.offer(writer);
        return result;
    }

    private static Optional<String> tenant(Operation operation, TenantResolver resolver) {
        try {
            Optional<String> tenant = resolver.currentTenant();
            if (tenant != null) {
                return tenant;
            }
        } catch (RuntimeException e) {
            throw unknownTenant(operation, "threw " + e.getClass().getName(), e);
        }
        throw unknownTenant(operation, "returned null", null);
    }

    private static UnknownTenantException unknownTenant(Operation operation, String reason, @Nullable Throwable cause) {
        return new UnknownTenantException(
                operation + " was refused: its tenant is unknown, as the TenantResolver " + reason
                        + ". Nothing was run. Let it name the tenant, or return an empty Optional for calls that have"
                        + " none; or switch tenants off for the operation (tenant=none).",
                cause);
    }
}
