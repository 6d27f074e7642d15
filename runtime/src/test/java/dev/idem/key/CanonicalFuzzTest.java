package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.idem.IdempotencyKeyException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Hostile input: nothing but {@link IdempotencyKeyException} comes out, soon and in little memory. Fuzzed on demand; in the
 * build, the known inputs are tried.
 */
final class CanonicalFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void text_ofFuzzedValues_isWrittenOrRefused(FuzzedDataProvider data) {
        Object value = value(data, 70);
        try {
            String text = CanonicalJson.text(value, data.consumeString(3));
            assertThat(CanonicalJson.text(value)).isNotEmpty();
            assertThat(IdempotencyKeys.sha256Hex(text)).hasSize(35);
        } catch (IdempotencyKeyException e) {
            assertThat(e).hasMessageContaining(": ");
        }
    }

    @Test
    void decimal_ofAHugeExponent_isRefusedAtOnce() {
        for (String text : List.of("1E+1000000000", "1E-1000000000", "-1E+2147483647", "1E-2147483647")) {
            assertThatThrownBy(() -> CanonicalJson.text(new BigDecimal(text)))
                    .isInstanceOf(IdempotencyKeyException.class)
                    .hasMessageContaining("more than 1000 digits");
        }
    }

    @Test
    void lists_nestedAHundredThousandTimes_areRefused() {
        Object bomb = List.of();
        for (int i = 0; i < 100_000; i++) {
            bomb = i % 2 == 0 ? List.of(bomb) : Map.of("a", bomb);
        }
        Object nested = bomb;
        assertThatThrownBy(() -> CanonicalJson.text(nested))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessageContaining("nested deeper than 64 levels");
    }

    @Test
    void optionals_nestedAHundredThousandTimes_areRefused() {
        Optional<?> bomb = Optional.of(1);
        for (int i = 0; i < 100_000; i++) {
            bomb = Optional.of(bomb);
        }
        Object nested = bomb;
        assertThatThrownBy(() -> CanonicalJson.text(nested)).isInstanceOf(IdempotencyKeyException.class);
    }

    @Test
    void string_ofTenMillionCharacters_isWritten() {
        for (String piece : List.of("x", "\n", "é", "€")) {
            String text = CanonicalJson.text(piece.repeat(10_000_000));
            assertThat(text.length()).isGreaterThan(10_000_000);
        }
    }

    private static @Nullable Object value(FuzzedDataProvider data, int depth) {
        return switch (data.consumeInt(0, depth == 0 ? 7 : 11)) {
            case 0 -> data.consumeString(50);
            case 1 -> data.consumeDouble();
            case 2 -> data.consumeLong();
            case 3 -> data.consumeChar();
            case 4 -> new BigDecimal(BigInteger.valueOf(data.consumeLong()), data.consumeInt());
            case 5 -> data.consumeBytes(50);
            case 6 -> data.consumeBoolean();
            case 7 -> null;
            case 8 -> Optional.ofNullable(value(data, depth - 1));
            case 9 -> members(data, depth);
            case 10 -> elements(data, depth);
            default -> Set.copyOf(new LinkedHashSet<>(List.of(data.consumeString(5), data.consumeInt())));
        };
    }

    private static Map<Object, Object> members(FuzzedDataProvider data, int depth) {
        Map<Object, Object> members = new LinkedHashMap<>();
        for (int i = data.consumeInt(0, 3); i > 0; i--) {
            members.put(data.consumeBoolean() ? data.consumeString(3) : data.consumeInt(), value(data, depth - 1));
        }
        return members;
    }

    private static List<Object> elements(FuzzedDataProvider data, int depth) {
        List<Object> elements = new ArrayList<>();
        for (int i = data.consumeInt(0, 3); i > 0; i--) {
            elements.add(value(data, depth - 1));
        }
        return elements;
    }
}
