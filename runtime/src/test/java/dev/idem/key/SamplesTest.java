package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which characters and bytes count in the hash of a long value. */
final class SamplesTest {

    private static final int SHORT = 32;

    @Test
    void equalValues_haveOneHash() {
        String text = "x".repeat(10_000);
        assertThat(Samples.sampled(text)).isEqualTo(Samples.sampled(new String(text.toCharArray())));
        assertThat(Samples.of(new byte[1_000])).isEqualTo(Samples.of(new byte[1_000]));
    }

    @Test
    void everyCharacterOfAShortText_counts() {
        String text = "x".repeat(SHORT);
        for (int i = 0; i < SHORT; i++) {
            assertThat(Samples.of(with(text, i))).isNotEqualTo(Samples.of(text));
        }
    }

    @Test
    void lastThreeCharactersOfALongText_count() {
        String text = "x".repeat(10_000);
        for (int i = 1; i <= 3; i++) {
            String other = with(text, text.length() - i);
            assertThat(Samples.sampled(other)).isNotEqualTo(Samples.sampled(text));
            assertThat(Samples.of(other)).isNotEqualTo(Samples.of(text));
        }
    }

    @Test
    void lengthOfALongText_counts() {
        assertThat(Samples.sampled("x".repeat(10_000))).isNotEqualTo(Samples.sampled("x".repeat(10_001)));
        assertThat(Samples.of("x".repeat(10_000))).isNotEqualTo(Samples.of("x".repeat(10_001)));
    }

    /** Six places are drawn, of which two may be one. */
    @Test
    void someCharactersInTheMiddle_count() {
        String text = "x".repeat(1_000);
        long counted = IntStream.range(0, 997)
                .filter(i -> Samples.sampled(with(text, i)) != Samples.sampled(text))
                .count();
        assertThat(counted).isBetween(1L, 6L);
    }

    @Test
    void everyByteOfAShortArray_counts() {
        byte[] array = new byte[SHORT];
        for (int i = 0; i < SHORT; i++) {
            assertThat(Samples.of(with(array, i))).isNotEqualTo(Samples.of(array));
        }
    }

    @Test
    void lengthAndEndOfALongArray_count() {
        byte[] array = new byte[10_000];
        assertThat(Samples.of(array)).isNotEqualTo(Samples.of(new byte[10_001]));
        for (int i = 1; i <= 3; i++) {
            assertThat(Samples.of(with(array, array.length - i))).isNotEqualTo(Samples.of(array));
        }
    }

    private static String with(String text, int place) {
        StringBuilder changed = new StringBuilder(text);
        changed.setCharAt(place, 'y');
        return changed.toString();
    }

    private static byte[] with(byte[] array, int place) {
        byte[] changed = Arrays.copyOf(array, array.length);
        changed[place] = 1;
        return changed;
    }
}
