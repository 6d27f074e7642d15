package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.IdempotencyKeyException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An encoder writes exactly one value, whatever it does. */
final class KeyEncoderTest {

    @Test
    void encoder_thatWritesOneValue_isTaken() {
        assertThat(text((value, out) -> out.value(value))).isEqualTo("{\"a\":\"v\"}");
        assertThat(text((value, out) -> new JsonTreeEncoder().encode(Map.of("k", value), out)))
                .isEqualTo("{\"a\":{\"k\":\"v\"}}");
    }

    @Test
    void encoder_thatWritesNothing_isRefused() {
        assertRefused((value, out) -> {});
    }

    @Test
    void encoder_thatWritesTwoValues_isRefused() {
        assertRefused((value, out) -> {
            out.value(value);
            out.value(value);
        });
    }

    @Test
    void encoder_thatLeavesAnArrayOpen_isRefused() {
        assertRefused((value, out) -> out.beginArray());
    }

    @Test
    void encoder_thatFails_isRefusedWithItsFailure() {
        IllegalStateException failure = new IllegalStateException("broken");
        assertThatThrownBy(() -> text((value, out) -> {
                    throw failure;
                }))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessageMatching("a: its encoder \\S+ failed")
                .hasCause(failure);
    }

    @Test
    void encoder_thatRefusesAValue_isQuotedAsItIs() {
        assertThatThrownBy(() -> text((value, out) -> out.value(Double.NaN)))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessage("a: NaN and infinities have no canonical form");
    }

    private static void assertRefused(KeyEncoder<String> encoder) {
        assertThatThrownBy(() -> text(encoder))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessageMatching("a\\S*: its encoder \\S+ did not write exactly one value");
    }

    private static String text(KeyEncoder<String> encoder) {
        return Canonical.text(out -> {
            out.beginObject();
            out.name("a");
            out.encoded("v", encoder);
            out.endObject();
        });
    }
}
