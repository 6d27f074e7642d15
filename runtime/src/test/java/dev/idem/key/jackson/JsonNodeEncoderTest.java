package dev.idem.key.jackson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idem.key.JsonNodeContract;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class JsonNodeEncoderTest extends JsonNodeContract<JsonNode> {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    JsonNodeEncoderTest() {
        super(new JsonNodeEncoder());
    }

    @Override
    protected JsonNode node(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        } else if (value instanceof JsonNode node) {
            return node;
        } else if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((name, member) -> object.set((String) name, node(member)));
            return object;
        } else if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(element -> array.add(node(element)));
            return array;
        } else if (value instanceof String text) {
            return NODES.textNode(text);
        } else if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        } else if (value instanceof byte[] bytes) {
            return NODES.binaryNode(bytes);
        }
        return number((Number) value);
    }

    private static JsonNode number(Number value) {
        if (value instanceof Short number) {
            return NODES.numberNode(number.shortValue());
        } else if (value instanceof Integer number) {
            return NODES.numberNode(number.intValue());
        } else if (value instanceof Long number) {
            return NODES.numberNode(number.longValue());
        } else if (value instanceof Float number) {
            return NODES.numberNode(number.floatValue());
        } else if (value instanceof Double number) {
            return NODES.numberNode(number.doubleValue());
        } else if (value instanceof BigInteger number) {
            return NODES.numberNode(number);
        }
        return NODES.numberNode((BigDecimal) value);
    }

    @Override
    protected JsonNode read(String json) throws Exception {
        return new ObjectMapper().readTree(json);
    }

    @Override
    protected JsonNode missing() {
        return MissingNode.getInstance();
    }

    @Override
    protected JsonNode pojo(Object value) {
        return NODES.pojoNode(value);
    }
}
