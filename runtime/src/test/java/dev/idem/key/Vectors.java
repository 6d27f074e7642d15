package dev.idem.key;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the test vectors. */
final class Vectors {

    private Vectors() {}

    static JsonNode json(String file) {
        return parse(text(file));
    }

    static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With NaN and the infinities, which are not JSON. */
    static JsonNode parseLenient(String json) {
        try {
            return JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build()
                    .readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> rows(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Stream<JsonNode> rows(JsonNode vectors, String name) {
        return rows(vectors.get(name));
    }

    static String[] strings(JsonNode array) {
        return rows(array).map(JsonNode::textValue).toArray(String[]::new);
    }

    /** The parts of a composite key, some of which are given as a text and how often it stands there. */
    static String[] parts(JsonNode row) {
        return row.has("parts_repeat")
                ? rows(row, "parts_repeat")
                        .map(part -> part.get(0).textValue().repeat(part.get(1).intValue()))
                        .toArray(String[]::new)
                : strings(row.get("parts"));
    }

    static List<String> lines(String file) {
        return text(file).lines().toList();
    }

    private static String text(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
