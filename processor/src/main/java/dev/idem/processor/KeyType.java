package dev.idem.processor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One type of a descriptor.
 *
 * @param members what is written of it, by name; nothing for sealed types
 * @param alternatives for sealed types, the names of the types of which each value is one
 */
record KeyType(Map<String, Form> members, List<String> alternatives) {

    private static final String TAG = "@type";

    static KeyType of(@Nullable Object json, String name) {
        return json instanceof List<?> names
                ? new KeyType(Map.of(), names.stream().map(String::valueOf).toList())
                : new KeyType(KeyOperation.forms(KeyOperation.asObject(json, name)), List.of());
    }

    /** The text that tells it from the other subtypes of a sealed type; empty for other types. */
    String tag() {
        Form tag = members.get(TAG);
        return tag == null ? "" : tag.kind();
    }
}
