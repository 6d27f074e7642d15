package dev.idem.key;

import java.util.Set;

/**
 * Writes JSON-like values whose types are known only at run time, such as a {@code Map<String, Object>}: maps, lists,
 * sets, arrays and optionals of null, text, numbers, booleans and the other types that have a form of their own. A value
 * of any other class is refused with {@link dev.idem.IdempotencyKeyException}.
 */
public final class JsonTreeEncoder implements KeyEncoder<Object> {

    public JsonTreeEncoder() {}

    @Override
    public void encode(Object value, CanonicalWriter out) {
        new JsonTree(out, Set.of()).write(value);
    }
}
