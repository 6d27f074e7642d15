package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FingerprintTest {

    @ParameterizedTest
    @MethodSource("digests")
    void fingerprint_ofPublishedInput_isItsLabelledDigest(JsonNode vector) {
        String input = vector.has("ascii")
                ? vector.get("ascii").textValue()
                : vector.get("repeat").textValue().repeat(vector.get("times").intValue());
        String digest = vector.get("sha256").textValue();
        Fingerprint fingerprint = Fingerprint.of(input.getBytes(StandardCharsets.US_ASCII));
        assertThat(fingerprint.text()).isEqualTo("jcs-sha256:" + digest);
        assertThat(fingerprint.derivedKey()).isEqualTo("ik_" + digest.substring(0, 32));
    }

    static Stream<JsonNode> digests() {
        return Vectors.rows(Vectors.json("sha256_published.json").get("vectors"));
    }

    @Test
    void fingerprint_ofTextWithAnotherLabel_equalsNoKnownOne() {
        Fingerprint known = Fingerprint.of(new byte[0]);
        Fingerprint unknown = new Fingerprint(known.text().replace("jcs-sha256", "jcs2-sha256"));
        assertThat(unknown).isNotEqualTo(known);
        assertThat(new Fingerprint(known.text())).isEqualTo(known);
    }
}
