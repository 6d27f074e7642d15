package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.IdempotencyKeyException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordAddressTest {

    private static final List<String> HOSTILE = List.of(
            ":",
            "%",
            "%3A",
            "%25",
            "-",
            "%2D",
            "{",
            "}",
            "{a}",
            "*",
            " ",
            "\n",
            "\0",
            "",
            "a",
            "A",
            "é",
            "e\u0301",
            "\uD83D\uDE00",
            "\uFFFF",
            "~",
            "+",
            "idem");

    @Test
    void text_ofPlainParts_isReadable() {
        assertThat(new RecordAddress("shop", "acme", "payments.charge", "ik_0a").text())
                .isEqualTo("idem:shop:acme:payments.charge:ik_0a");
    }

    @Test
    void text_ofReservedCharacters_isPercentEncodedUtf8() {
        assertThat(new RecordAddress("a:b", "{t}", "*", "é \uD83D\uDE00%~").text())
                .isEqualTo("idem:a%3Ab:%7Bt%7D:%2A:%C3%A9%20%F0%9F%98%80%25~");
    }

    @Test
    void text_ofTenantNamedLikeNone_differsFromNone() {
        assertThat(address(null, "k").text()).isEqualTo("idem:app:-:op:k");
        assertThat(address("-", "k").text()).isEqualTo("idem:app:%2D:op:k");
        assertThat(address("%2D", "k").text()).isEqualTo("idem:app:%252D:op:k");
        assertThat(address("", "k").text()).isEqualTo("idem:app::op:k");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{app}", "a}b{", "{", "}", "{}"})
    void text_ofPartsWithBraces_holdsNoHashTag(String part) {
        assertThat(new RecordAddress(part, part, part, part).text()).doesNotContain("{", "}");
    }

    /** A part cannot reach into its neighbour: separators inside parts are encoded. */
    @Test
    void text_ofPartsThatLookLikeTwo_isNotThatOfTwo() {
        assertThat(new RecordAddress("a", "b:c", "d", "e").text())
                .isNotEqualTo(new RecordAddress("a:b", "c", "d", "e").text())
                .isNotEqualTo(new RecordAddress("a", "b", "c:d", "e").text());
    }

    @ParameterizedTest
    @MethodSource("addressesWithALoneSurrogate")
    void text_ofALoneSurrogate_isRefusedWithoutTheText(RecordAddress address) {
        assertThatThrownBy(address::text)
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessageContaining("half of a surrogate pair")
                .hasMessageNotContaining("secret");
    }

    static Stream<RecordAddress> addressesWithALoneSurrogate() {
        String bad = "secret\uD83D";
        return Stream.of(
                new RecordAddress(bad, "t", "o", "k"),
                new RecordAddress("a", bad, "o", "k"),
                new RecordAddress("a", "t", bad, "k"),
                new RecordAddress("a", "t", "o", bad));
    }

    @Test
    void texts_ofDistinctAddresses_areDistinctAndSafe() {
        Random random = new Random(3986);
        Map<String, RecordAddress> addresses = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            RecordAddress address = new RecordAddress(
                    part(random), random.nextInt(4) == 0 ? null : part(random), part(random), part(random));
            RecordAddress other = addresses.putIfAbsent(address.text(), address);
            assertThat(other == null || other.equals(address)).isTrue();
            assertThat(address.text())
                    .matches("idem(:[A-Za-z0-9._~%-]*){4}")
                    .startsWith(RecordAddress.prefix(address.application()));
        }
    }

    @Test
    void encoding_ofEveryCharacter_readsBack() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                String character = Character.toString(codePoint);
                assertThat(URLDecoder.decode(PercentEncoding.encode(character), StandardCharsets.UTF_8))
                        .isEqualTo(character);
            }
        }
    }

    private static RecordAddress address(@Nullable String tenant, String key) {
        return new RecordAddress("app", tenant, "op", key);
    }

    private static String part(Random random) {
        return random.ints(random.nextInt(3), 0, HOSTILE.size())
                .mapToObj(HOSTILE::get)
                .collect(Collectors.joining());
    }
}
