package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.IdempotencyKeyException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A constant name is written as the name itself, at every place of the text. */
final class MemberNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "id", "a\"b", "\\", "\n", "\u0000", "\u001F ", "é", "ÿĀ", "€", "\uD83D\uDE00", "@type", "a.b"
            })
    void constant_ofAnyName_isWrittenLikeTheName(String name) {
        assertWrittenLikeTheName(name);
    }

    /** Eight bytes are written in one step. */
    @Test
    void constant_ofEveryLength_isWrittenLikeTheName() {
        for (int length = 0; length < 100; length++) {
            assertWrittenLikeTheName("x".repeat(length));
        }
        assertWrittenLikeTheName("long \"name\" ".repeat(10_000));
    }

    @Test
    void constant_atTheEndOfTheMemory_makesRoom() {
        for (int elements = 80; elements < 140; elements++) {
            for (int length = 0; length < Long.BYTES; length++) {
                assertWrittenAfter(elements, "n".repeat(length));
            }
        }
    }

    @Test
    void constant_sharedByWriters_staysAsItIs() {
        MemberName name = MemberName.of("né");
        CanonicalWriter out = new CanonicalWriter();
        for (int i = 0; i < 3; i++) {
            out.reset();
            out.beginObject();
            out.name(name);
            out.beginObject();
            out.name(name);
            out.value(i);
            out.endObject();
            out.endObject();
            assertThat(new String(out.toBytes(), StandardCharsets.UTF_8)).isEqualTo("{\"né\":{\"né\":" + i + "}}");
        }
    }

    @Test
    void constant_inAFailure_isInItsPath() {
        assertThatThrownBy(() -> Canonical.text(out -> {
                    out.beginObject();
                    out.name(MemberName.of("first"));
                    out.value(1);
                    out.name(MemberName.of("größe \"x\\\""));
                    out.beginObject();
                    out.name("in");
                    out.beginObject();
                    out.value(Double.NaN);
                }))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessage("größe \\\"x\\\\\\\".in: NaN and infinities have no canonical form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "a\uDC00b"})
    void constant_withALoneSurrogate_isRefused(String name) {
        assertThatThrownBy(() -> MemberName.of(name))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessage("The name of a member holds half of a surrogate pair.");
    }

    private static void assertWrittenAfter(int elements, String name) {
        String text = Canonical.text(out -> {
            out.beginArray();
            for (int i = 0; i < elements; i++) {
                out.value("x");
            }
            out.beginObject();
            out.name(MemberName.of(name));
            out.value(1);
            out.endObject();
            out.endArray();
        });
        assertThat(text).isEqualTo('[' + "\"x\",".repeat(elements) + "{\"" + name + "\":1}]");
    }

    private static void assertWrittenLikeTheName(String name) {
        assertThat(members(out -> out.name(MemberName.of(name)))).isEqualTo(members(out -> out.name(name)));
    }

    private static String members(Consumer<CanonicalWriter> name) {
        return Canonical.text(out -> {
            out.beginObject();
            name.accept(out);
            out.value("first");
            name.accept(out);
            out.value("second");
            out.endObject();
        });
    }
}
