package dev.idem.key.jackson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import dev.idem.key.CanonicalWriter;
import dev.idem.key.JsonTreeEncoder;
import dev.idem.key.KeyEncoder;
import java.util.Map;

/**
 * Writes trees of Jackson 2: the text is that of the same tree made of maps and lists, as
 * {@link dev.idem.key.CanonicalJson} writes it. The order of members does not count.
 *
 * <p>A number is written as its Java type is. What Jackson reads as a {@code double}, which is its default, is a number;
 * what it reads as a {@code BigDecimal} keeps all its digits and is a string of them, and so is a whole number beyond
 * 2^53 - 1. So read trees with one configuration everywhere: {@code 0.1} has another text once it is a decimal.
 *
 * <p>A missing node and a node that holds a Java object are refused with {@link dev.idem.IdempotencyKeyException}, and so
 * are NaN, the infinities, decimals of more than 1,000 digits, lone surrogates and more than 64 levels. Stateless and
 * thread-safe.
 */
public final class JsonNodeEncoder implements KeyEncoder<JsonNode> {

    private static final JsonTreeEncoder TREES = new JsonTreeEncoder();

    public JsonNodeEncoder() {}

    @Override
    public void encode(JsonNode value, CanonicalWriter out) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, out);
            case ARRAY -> writeArray(value, out);
            case NULL -> out.nullValue();
            case STRING -> out.value(value.textValue());
            case BOOLEAN -> out.value(value.booleanValue());
            case NUMBER -> TREES.encode(value.numberValue(), out);
            case BINARY -> out.value(((BinaryNode) value).binaryValue());
            case MISSING, POJO -> TREES.encode(value, out); // refused there, with its path
        }
    }

    private void writeObject(JsonNode object, CanonicalWriter out) {
        out.beginMap();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            out.key(member.getKey());
            encode(member.getValue(), out);
        }
        out.endMap();
    }

    private void writeArray(JsonNode array, CanonicalWriter out) {
        out.beginArray();
        array.forEach(element -> encode(element, out));
        out.endArray();
    }
}
