package dev.idem.key;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes values that are built like JSON as one canonical text (RFC 8785, JCS), so that equal requests have equal texts
 * in every language. Thread-safe.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /**
     * The canonical text of a request, for example to be hashed by {@link IdempotencyKeys#sha256Hex(String)}:
     *
     * <pre>{@code
     * String content = CanonicalJson.text(Map.of("model", "m-1", "maxTokens", 1024, "sentAt", now), "sentAt");
     * // {"maxTokens":1024,"model":"m-1"}
     * }</pre>
     *
     * <p>It has no white space; the members of maps are sorted by UTF-16 code units (section 3.2.3); strings are written
     * as they are, with the escapes of section 3.2.2.2 and no normalisation; doubles are ECMAScript numbers (section
     * 3.2.2.3). Maps become objects; lists and arrays become arrays in their order; sets become arrays sorted by the texts
     * of their elements, equal texts once. Null elements and members are written as {@code null}, and so is an empty
     * Optional. Scalars have the form that a guarded method's parameters have: whole numbers beyond 2^53 − 1, BigDecimal,
     * times, UUIDs, enums and {@code byte[]} are strings.
     *
     * <p>Time and memory grow with the length of the text, and at most 64 levels are written.
     *
     * @param json a map, list, set, array or Optional of such values, or a scalar that a key can hold, or null; not
     *     changed. A map's keys are strings, or enums, UUIDs, characters, booleans, whole numbers or dates
     * @param excluded the names of map members that are left out at every depth: those that differ between two attempts
     *     of one request, such as a time stamp
     * @return the text, whose UTF-8 form is what other languages hash
     * @throws dev.idem.IdempotencyKeyException if a value has no canonical form: another class, a lone surrogate, NaN or an
     *     infinity, a decimal of more than 1,000 digits, a null key, two keys with one text, or nesting deeper than 64
     *     levels. The message names the path to the value, never the value
     */
    public static String text(@Nullable Object json, String... excluded) {
        CanonicalWriter out = new CanonicalWriter();
        new JsonTree(out, Set.copyOf(List.of(excluded))).write(json);
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }
}
