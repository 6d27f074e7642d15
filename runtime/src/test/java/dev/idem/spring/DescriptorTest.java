package dev.idem.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DescriptorTest {

    @Test
    void read_asTheProcessorWritesIt_hasTypeAndOperations() {
        String json = """
                {
                  "encoding": "jcs-sha256",
                  "type": "shop.Payments",
                  "operations": {
                    "payments.charge": {
                      "method": "charge",
                      "parameters": [
                        "java.lang.String"
                      ],
                      "content": {
                        "operations": "string?",
                        "type": "[string]"
                      },
                      "policies": {}
                    },
                    "payments.refund": {
                      "parameters": [],
                      "policies": {
                        "ttl": "PT1H"
                      }
                    }
                  },
                  "types": {
                    "shop.Order": {
                      "type": "string",
                      "operations": "string"
                    }
                  }
                }
                """;
        assertThat(Descriptor.read(json)).isEqualTo(descriptor("shop.Payments", "payments.charge", "payments.refund"));
    }

    @Test
    void read_inAnotherOrderAndLayout_isTheSame() {
        assertThat(Descriptor.read("{\"operations\" : {\"a\":{},\"b\":{\"x\":[\"type\"]}},\"type\" :\"T\"}"))
                .isEqualTo(descriptor("T", "a", "b"));
    }

    @Test
    void read_escapedName_isUnescaped() {
        assertThat(Descriptor.read("{\"type\":\"T\",\"operations\":{\"a\\\"{\\\\\\u0007$1\":{}}}"))
                .isEqualTo(descriptor("T", "a\"{\\\u0007$1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[\"type\", \"T\"]",
                "{\"type\": {\"type\": \"T\"}}",
                "{\"type\": \"T\", \"operations\": {\"a\": {}",
                "{\"type\": \"T\"}}"
            })
    void read_anythingElse_isEmpty(String json) {
        assertThat(Descriptor.read(json)).isEmpty();
    }

    private static Optional<Descriptor> descriptor(String type, String... operations) {
        return Optional.of(new Descriptor(type, new TreeSet<>(Set.of(operations))));
    }
}
