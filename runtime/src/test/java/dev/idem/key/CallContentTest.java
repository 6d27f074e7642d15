package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whole calls, written as generated code writes them. */
final class CallContentTest {

    /** By their place in the vectors. */
    private static final Map<Integer, Consumer<CanonicalWriter>> CALLS = Map.of(
            0,
                    out -> {
                        out.name("amount");
                        out.value(new BigDecimal("19.990"));
                        out.name("orderId");
                        out.value("A-1001");
                    },
            1,
                    out -> {
                        out.name("cents");
                        out.value(1999L);
                        out.name("orderId");
                        out.value(1001L);
                    },
            2,
                    out -> {
                        out.name("cents");
                        out.value(1);
                        out.name("orderId");
                        out.value(9007199254740992L);
                    },
            3, CallContentTest::completion,
            4,
                    out -> {
                        out.name("p");
                        out.beginObject();
                        out.name("@type");
                        out.value("Card");
                        out.name("number");
                        out.value("4242");
                        out.endObject();
                    },
            5,
                    out -> {
                        out.name("body");
                        out.value(new byte[] {0, (byte) 0xFF});
                        out.name("name");
                        out.value("café.txt");
                    },
            6,
                    out -> {
                        out.name("f");
                        out.value(0.1f);
                        out.name("v");
                        out.value(0.1 + 0.2);
                    },
            7,
                    out -> {
                        out.name("messages");
                        message("hi", out);
                        out.name("model");
                        out.value("claude-sonnet-4-20250514");
                    });

    @Test
    void content_ofEachCall_isThatOfOtherPrograms() {
        JsonNode vectors = Vectors.json("java_calls.json");
        assertThat(vectors).hasSize(CALLS.size());
        CALLS.forEach((place, call) -> {
            byte[] content = Canonical.bytes(out -> {
                out.beginObject();
                call.accept(out);
                out.endObject();
            });
            JsonNode vector = vectors.get(place);
            assertThat(new String(content, StandardCharsets.UTF_8))
                    .isEqualTo(vector.get("content").textValue());
            assertThat(Fingerprint.of(content).text())
                    .isEqualTo(vector.get("fingerprint").textValue());
            assertThat(Fingerprint.of(content).derivedKey())
                    .isEqualTo(vector.get("key").textValue());
        });
    }

    private static void completion(CanonicalWriter out) {
        out.name("maxTokens");
        out.value(1024);
        out.name("messages");
        message("hello", out);
        out.name("model");
        out.value("claude-sonnet-4-6");
    }

    private static void message(String content, CanonicalWriter out) {
        out.beginArray();
        out.beginObject();
        out.name("content");
        out.value(content);
        out.name("role");
        out.value("user");
        out.endObject();
        out.endArray();
    }
}
