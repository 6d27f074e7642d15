package dev.idem.testing.shop;

import dev.idem.codec.ResultType;
import dev.idem.engine.Operation;
import dev.idem.engine.PolicyOverrides;
import dev.idem.key.CanonicalWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes operations as generated code would, for parameters whose text is their value. */
final class ByHand {

    private ByHand() {}

    static Operation operation(String name, String method, Class<?> result, Class<?>... parameters) {
        return operation(name, method, PolicyOverrides.NONE, result, parameters);
    }

    static Operation operation(
            String name, String method, PolicyOverrides overrides, Class<?> result, Class<?>... parameters) {
        return new Operation(name, method, List.of(parameters), ResultType.of(result), overrides, ByHand::write);
    }

    private static void write(@Nullable Object[] arguments, CanonicalWriter out) {
        out.beginObject();
        for (int i = 0; i < arguments.length; i++) {
            out.name("p" + i);
            out.value(String.valueOf(arguments[i]));
        }
        out.endObject();
    }
}
