package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What long texts are hashed by: their length, their end, and places that this process chose. */
final class SamplesTest {

    @Test
    void sample_ofEqualTexts_isOne() {
        String text = "a".repeat(10_000);
        assertThat(Samples.sampled(text)).isEqualTo(Samples.sampled(new String(text.toCharArray())));
        assertThat(Samples.of(new byte[1_000])).isEqualTo(Samples.of(new byte[1_000]));
    }

    @Test
    void sample_dependsOnLengthEndAndPlacesInside() {
        String text = "a".repeat(2_000);
        Set<Long> samples = new HashSet<>();
        samples.add(Samples.sampled(text));
        samples.add(Samples.sampled(text + "a"));
        samples.add(Samples.sampled(text.substring(1) + "b"));
        samples.add(Samples.sampled("b".repeat(1_000) + text.substring(1_000)));
        samples.add(Samples.sampled(text.substring(1_010) + "b".repeat(1_000) + "a".repeat(10)));
        assertThat(samples).hasSize(5);
        byte[] octets = new byte[2_000];
        octets[1_999] = 1;
        assertThat(Samples.of(octets)).isNotEqualTo(Samples.of(new byte[2_000]));
    }
}
