package dev.idem.key;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes test input through a {@link CanonicalWriter}. */
final class Canonical {

    private Canonical() {}

    static String text(Consumer<CanonicalWriter> content) {
        return new String(bytes(content), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Consumer<CanonicalWriter> content) {
        CanonicalWriter out = new CanonicalWriter();
        content.accept(out);
        return out.toBytes();
    }

    /** Writes a JSON document as RFC 8785 reads it: every number is a double. */
    static void write(JsonNode json, CanonicalWriter out) {
        switch (json.getNodeType()) {
            case OBJECT -> writeObject(json, out);
            case ARRAY -> writeArray(json, out);
            case STRING -> out.value(json.textValue());
            case NUMBER -> out.value(json.doubleValue());
            case BOOLEAN -> out.value(json.booleanValue());
            default -> out.nullValue();
        }
    }

    private static void writeObject(JsonNode json, CanonicalWriter out) {
        out.beginMap();
        json.properties().forEach(member -> {
            out.key(member.getKey());
            write(member.getValue(), out);
        });
        out.endMap();
    }

    private static void writeArray(JsonNode json, CanonicalWriter out) {
        out.beginArray();
        json.forEach(element -> write(element, out));
        out.endArray();
    }
}
