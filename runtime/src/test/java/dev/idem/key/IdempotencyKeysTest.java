package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idem.IdempotencyKeyException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions that name rather than hash, and what all of them refuse. */
final class IdempotencyKeysTest {

    @ParameterizedTest
    @MethodSource("malformed")
    void text_withALoneSurrogate_isRefusedByEveryFunctionWithoutBeingShown(String malformed) {
        String text = "secret" + malformed;
        for (ThrowingCallable call : Arrays.<ThrowingCallable>asList(
                () -> IdempotencyKeys.sha256Hex(text),
                () -> IdempotencyKeys.scopedSha256Hex(text, "content"),
                () -> IdempotencyKeys.scopedSha256Hex(text, new byte[0]),
                () -> IdempotencyKeys.scopedSha256Hex("scope", text),
                () -> IdempotencyKeys.scopedKey(text),
                () -> IdempotencyKeys.scopedKey("scope", "part", text),
                () -> IdempotencyKeys.scoped(text, "content"),
                () -> IdempotencyKeys.scoped("scope", text),
                () -> IdempotencyKeys.uuidV5(IdempotencyKeys.NAMESPACE_DNS, text),
                () -> IdempotencyKeys.composite("part", text))) {
            assertThatThrownBy(call)
                    .isInstanceOf(IdempotencyKeyException.class)
                    .hasMessage("A part of a key holds half of a surrogate pair. Pass well-formed text.");
        }
    }

    static Stream<String> malformed() {
        return Vectors.rows(Vectors.json("keys_sha256_hex.json"), "must_be_rejected")
                .map(row -> utf16(text(row, "utf16_units_hex")));
    }

    @ParameterizedTest
    @MethodSource("uuids")
    void uuidV5_ofATextOrItsUtf8_isThatOfOtherPrograms(UUID namespace, String name, UUID expected) {
        assertThat(IdempotencyKeys.uuidV5(namespace, name)).isEqualTo(expected);
        UUID ofBytes = IdempotencyKeys.uuidV5(namespace, name.getBytes(StandardCharsets.UTF_8));
        assertThat(ofBytes).isEqualTo(expected);
        assertThat(ofBytes.version()).isEqualTo(5);
        assertThat(ofBytes.variant()).isEqualTo(2);
    }

    static Stream<Arguments> uuids() {
        return Stream.concat(
                Vectors.rows(Vectors.json("keys_uuidv5.json"), "vectors")
                        .map(row -> Arguments.of(uuid(row, "namespace_uuid"), text(row, "name"), uuid(row, "uuid"))),
                Vectors.rows(Vectors.json("uuidv5_published.json"), "vectors")
                        .map(row -> Arguments.of(uuid(row, "namespace"), text(row, "name"), uuid(row, "uuid"))));
    }

    @Test
    void uuidV5_ofBytesThatAreNoText_isThatOfOtherPrograms() {
        assertThat(Vectors.rows(Vectors.json("keys_uuidv5.json"), "bytes"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(IdempotencyKeys.uuidV5(
                                uuid(row, "namespace_uuid"), HexFormat.of().parseHex(text(row, "name_hex"))))
                        .isEqualTo(uuid(row, "uuid")));
    }

    @Test
    void namespaces_ofRfc9562_areThePublishedOnes() {
        JsonNode published = Vectors.json("uuidv5_published.json").get("namespaces");
        assertThat(published).hasSize(4);
        Map.of(
                        "DNS", IdempotencyKeys.NAMESPACE_DNS,
                        "URL", IdempotencyKeys.NAMESPACE_URL,
                        "OID", IdempotencyKeys.NAMESPACE_OID,
                        "X500", IdempotencyKeys.NAMESPACE_X500)
                .forEach((name, namespace) -> assertThat(namespace).isEqualTo(uuid(published, name)));
    }

    @Test
    void composite_ofParts_isThatOfOtherPrograms() {
        assertThat(Vectors.rows(Vectors.json("keys_composite_window.json"), "composite"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(IdempotencyKeys.composite(Vectors.parts(row)))
                        .isEqualTo(text(row, "key")));
        assertThat(IdempotencyKeys.composite("a:b", "c")).isEqualTo("a%3Ab:c");
        assertThat(IdempotencyKeys.composite("", "")).isEqualTo(":");
    }

    /** RFC 3986, section 2.3. */
    @Test
    void composite_ofUnreservedCharacters_keepsThem() {
        String unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
        assertThat(IdempotencyKeys.composite(unreserved)).isEqualTo(unreserved);
    }

    @Test
    void composite_ofNoParts_isRefusedAsItWouldEqualOneEmptyPart() {
        assertThat(IdempotencyKeys.composite("")).isEmpty();
        assertThatThrownBy(IdempotencyKeys::composite)
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessage(
                        "A composite key needs at least one part. Pass what makes the call the one that it is, such as an order's number.");
    }

    @Test
    void window_ofInstants_isThatOfOtherPrograms() {
        assertThat(Vectors.rows(Vectors.json("keys_composite_window.json"), "windows"))
                .hasSize(24)
                .allSatisfy(row -> assertThat(IdempotencyKeys.window(
                                Instant.ofEpochMilli(row.get("epoch_millis").longValue()),
                                Duration.ofMinutes(row.get("window_minutes").longValue())))
                        .isEqualTo(row.get("window").longValue()));
    }

    @Test
    void window_ofFractionsOfAMillisecond_dropsThem() {
        Duration length = Duration.ofNanos(1_999_999);
        assertThat(IdempotencyKeys.window(Instant.ofEpochSecond(0, 2_999_999), length))
                .isEqualTo(2);
        assertThat(IdempotencyKeys.window(Instant.ofEpochSecond(0, -1), length)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.000999999S", "PT-0.001S"})
    void window_shorterThanAMillisecond_isRefused(Duration length) {
        assertThatThrownBy(() -> IdempotencyKeys.window(Instant.EPOCH, length))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The length of a window is at least one millisecond, not " + length);
    }

    @Test
    void window_beyondTheMillisecondsOfALong_isRefused() {
        assertThatThrownBy(() -> IdempotencyKeys.window(Instant.MAX, Duration.ofHours(1)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> IdempotencyKeys.window(Instant.EPOCH, Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void random_calledTwice_givesTwoUuidsOfVersion4() {
        UUID first = UUID.fromString(IdempotencyKeys.random());
        UUID second = UUID.fromString(IdempotencyKeys.random());
        assertThat(first.version()).isEqualTo(4);
        assertThat(first.variant()).isEqualTo(2);
        assertThat(first).isNotEqualTo(second);
    }

    private static String text(JsonNode row, String name) {
        return row.get(name).textValue();
    }

    private static UUID uuid(JsonNode row, String name) {
        return UUID.fromString(text(row, name));
    }

    private static String utf16(String hex) {
        return IntStream.range(0, hex.length() / 4)
                .mapToObj(i -> Character.toString(Integer.parseInt(hex.substring(4 * i, 4 * i + 4), 16)))
                .reduce("", String::concat);
    }
}
