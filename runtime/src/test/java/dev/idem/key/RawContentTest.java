package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.IdempotencyKeyException;
import org.junit.jupiter.api.Test;

/** Content that is taken as it is, and content that says nothing. */
final class RawContentTest {

    private final CanonicalWriter out = new CanonicalWriter();

    @Test
    void bytes_areTakenAsTheyAre() {
        out.raw(new byte[] {0, (byte) 0xff, '"'});
        assertThat(out.toBytes()).containsExactly(0, 0xff, '"');
    }

    @Test
    void text_isTakenInUtf8() {
        out.raw("{ \"a\": \"\u00e9\ud83d\ude00\" }");
        assertThat(out.toBytes()).asString().isEqualTo("{ \"a\": \"\u00e9\ud83d\ude00\" }");
    }

    @Test
    void textWithALoneSurrogate_isRefused() {
        assertThatThrownBy(() -> out.raw("a\ud83d"))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessage("content: a lone surrogate has no UTF-8 form");
    }

    @Test
    void rawContentBesideAnything_isAMistakeOfTheCaller() {
        out.raw("");
        assertThatThrownBy(() -> out.raw("")).isInstanceOf(IllegalStateException.class);
        CanonicalWriter begun = new CanonicalWriter();
        begun.beginObject();
        assertThatThrownBy(() -> begun.raw("")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void content_isEmptyUntilAMemberOrRawContentIsThere() {
        assertThat(out.isEmpty()).isTrue();
        out.beginObject();
        out.endObject();
        assertThat(out.isEmpty()).isTrue();

        CanonicalWriter member = new CanonicalWriter();
        member.beginObject();
        member.name("a");
        member.nullValue();
        member.endObject();
        assertThat(member.isEmpty()).isFalse();

        CanonicalWriter raw = new CanonicalWriter();
        raw.raw("{}");
        assertThat(raw.isEmpty()).isFalse();
    }
}
