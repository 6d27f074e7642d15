package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.IdempotencyKeyException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What trees of a JSON library look like in keys. {@link RandomValues} says how a seed is replayed. */
public abstract class JsonNodeContract<N> {

    private final KeyEncoder<N> encoder;

    protected JsonNodeContract(KeyEncoder<N> encoder) {
        this.encoder = encoder;
    }

    /** Nodes of maps, lists, strings, booleans, numbers, {@code byte[]} and null; nodes stay as they are. */
    protected abstract N node(@Nullable Object value);

    /** What the library reads by its default configuration. */
    protected abstract N read(String json) throws Exception;

    protected abstract N missing();

    protected abstract N pojo(Object value);

    static LongStream seeds() {
        return RandomValues.seeds();
    }

    @ParameterizedTest(name = "-Didem.seed={0}")
    @MethodSource("seeds")
    void text_ofAnyTree_isThatOfItsMapsAndLists(long seed) {
        RandomValues values = new RandomValues(seed);
        Object tree = values.tree();
        assertThat(text(node(values.shuffled(tree)))).isEqualTo(CanonicalJson.text(tree));
    }

    @Test
    void text_ofWhatWasRead_isCanonical() throws Exception {
        assertThat(text(read("{ \"é\": 1e2, \"b\": [1, 2.5, -0.0, null, true, \"\\u00e9\"], \"a\": {} }")))
                .isEqualTo("{\"a\":{},\"b\":[1,2.5,0,null,true,\"é\"],\"é\":100}");
        assertThat(text(read("[9007199254740991, 9007199254740992, 12345678901234567890]")))
                .isEqualTo("[9007199254740991,\"9007199254740992\",\"12345678901234567890\"]");
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                Arguments.of((short) 1, "1"),
                Arguments.of(1L << 53, "\"9007199254740992\""),
                Arguments.of(BigInteger.TWO, "2"),
                Arguments.of(0.1f, "0.10000000149011612"),
                Arguments.of(0.1, "0.1"),
                Arguments.of(new BigDecimal("0.10"), "\"0.1\""),
                Arguments.of(new BigDecimal("0.1000000000000000000000000001"), "\"0.1000000000000000000000000001\""),
                Arguments.of(new BigDecimal("1E+2"), "\"100\""));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void number_ofEachJavaType_isWrittenInItsForm(Number number, String json) {
        assertThat(text(node(number))).isEqualTo(json);
    }

    @Test
    void bytes_areBase64() {
        assertThat(text(node(new byte[] {-1, -17}))).isEqualTo("\"/+8=\"");
    }

    @Test
    void nodeWithoutForm_isRefusedWithItsPath() {
        assertRefused(missing(), "content: its class \\S+MissingNode has no canonical form");
        assertRefused(pojo("x"), "content: its class \\S+POJONode has no canonical form");
        assertRefused(pojo(new byte[1]), "content: its class \\S+POJONode has no canonical form");
        assertRefused(
                node(Map.of("a", Arrays.asList(null, pojo("x")))),
                "\\[0]\\[1]: its class \\S+POJONode has no canonical form");
    }

    @Test
    void valueWithoutForm_isRefusedWithItsPath() {
        assertRefused(node(Map.of("a", List.of(Double.NaN))), "\\[0]\\[0]: NaN and infinities have no canonical form");
        assertRefused(node(new BigDecimal("1E+1000000000")), "content: a number of more than 1000 digits.*");
        assertRefused(node(List.of("\uD800")), "\\[0]: a lone surrogate has no UTF-8 form");
    }

    @Test
    void tree_deeperThan64Levels_isRefused() {
        assertThat(text(nested(64))).hasSize(128);
        assertRefused(nested(65), ".*: nested deeper than 64 levels, perhaps in a cycle");
    }

    private N nested(int levels) {
        N tree = node(List.of());
        for (int level = 1; level < levels; level++) {
            tree = node(List.of(tree));
        }
        return tree;
    }

    private void assertRefused(N node, String message) {
        assertThatThrownBy(() -> text(node))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessageMatching(message);
    }

    private String text(N node) {
        return Canonical.text(out -> out.encoded(node, encoder));
    }
}
