package dev.idem.key;

import dev.idem.IdempotencyKeyException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as canonical JSON: RFC 8785 (JCS) in UTF-8, with one JSON form for each Java type. Generated code calls
 * it and gives the names of an {@linkplain #beginObject object} in ascending order of UTF-16 code units, each once. The
 * members of {@linkplain #beginMap maps} and the elements of {@linkplain #beginSet sets} are put in order here.
 *
 * <p>Not thread-safe; one writer writes one text at a time. After an exception the writer is of no use until it is
 * {@linkplain #reset reset}.
 *
 * <p>Every method throws {@link IdempotencyKeyException} for what has no canonical form. The message names the path to
 * the value, never the value.
 */
public final class CanonicalWriter {

    private static final long MAX_EXACT = (1L << 53) - 1;
    private static final int MAX_EXACT_BITS = 53;
    private static final int MAX_DECIMAL_DIGITS = 1_000;
    private static final int EMPTY_OBJECT = "{}".length();

    private final CanonicalText text = new CanonicalText();
    private final MemberNames names = new MemberNames();
    private final Nesting nesting = new Nesting();
    private boolean raw;

    /** The text so far, in UTF-8. */
    public byte[] toBytes() {
        return text.toBytes();
    }

    /** Whether nothing was written that tells one content from another: nothing at all, or an object without members. */
    public boolean isEmpty() {
        return !raw && text.length() <= EMPTY_OBJECT;
    }

    /**
     * Takes these bytes as the whole text, as they are. Nothing else is written before or after.
     *
     * @throws IllegalStateException if something was written
     */
    public void raw(byte[] content) {
        raw(ByteBuffer.wrap(content));
    }

    /** Takes this text in UTF-8 as the whole text, as it is; a lone surrogate is refused. */
    public void raw(String content) {
        try {
            raw(Utf8.encode(content));
        } catch (IdempotencyKeyException e) {
            throw loneSurrogate();
        }
    }

    private void raw(ByteBuffer content) {
        if (raw || text.length() > 0) {
            throw new IllegalStateException("A raw content stands alone.");
        }
        raw = true;
        text.octets(content);
    }

    /** Forgets all that was written, also after an exception, to write another text with the same memory. */
    public void reset() {
        text.clear();
        nesting.clear();
        raw = false;
    }

    /** Begins an object whose names the caller gives in order. */
    public void beginObject() {
        open(Level.Kind.OBJECT, '{');
    }

    public void endObject() {
        nesting.pop();
        close('}');
    }

    /** Begins a member of an object; exactly one value follows. */
    public void name(String name) {
        nesting.beginMember(name, text);
        if (!names.write(name, text)) {
            throw loneSurrogate();
        }
    }

    /** Begins an array; each value that follows is an element. */
    public void beginArray() {
        open(Level.Kind.ARRAY, '[');
    }

    public void endArray() {
        nesting.pop();
        close(']');
    }

    /** Begins an array whose elements are sorted by their texts, equal texts once. */
    public void beginSet() {
        open(Level.Kind.SET, '[');
    }

    public void endSet() {
        nesting.sortElements(text);
        nesting.pop();
        close(']');
    }

    /** Begins an object whose keys come in any order. */
    public void beginMap() {
        open(Level.Kind.MAP, '{');
    }

    /** Begins a member of a map; exactly one value follows. A null key is refused. */
    public void key(@Nullable String key) {
        if (key == null) {
            throw fail("a null key has no canonical form");
        }
        nesting.beginMember(key, text);
        quoted(key);
        text.ascii(':');
    }

    /** Refuses two keys with one text. */
    public void endMap() {
        boolean distinct = nesting.sortMembers(text);
        nesting.pop();
        if (!distinct) {
            throw fail("two keys of the map have one text");
        }
        close('}');
    }

    public void nullValue() {
        scalar("null");
    }

    public void value(boolean value) {
        scalar(value ? "true" : "false");
    }

    /** A number while its absolute value is at most 2^53 − 1, else a string of its digits. */
    public void value(long value) {
        nesting.beginValue(text);
        if (value >= -MAX_EXACT && value <= MAX_EXACT) {
            text.decimal(value);
        } else {
            text.ascii('"');
            text.decimal(value);
            text.ascii('"');
        }
        nesting.endValue();
    }

    /** An ECMAScript number (RFC 8785, section 3.2.2.3); NaN and the infinities are refused. */
    public void value(double value) {
        if (!Double.isFinite(value)) {
            throw fail("NaN and infinities have no canonical form");
        }
        nesting.beginValue(text);
        EcmaScriptNumber.write(value, text);
        nesting.endValue();
    }

    public void value(char value) {
        value(String.valueOf(value));
    }

    /** A string, not normalised; a lone surrogate is refused. */
    public void value(String value) {
        nesting.beginValue(text);
        quoted(value);
        nesting.endValue();
    }

    /** A string in base64 (RFC 4648, section 4). */
    public void value(byte[] value) {
        string(Base64.getEncoder().encodeToString(value));
    }

    public void value(Enum<?> value) {
        value(value.name());
    }

    /** As {@link #value(long)}, for any size. */
    public void value(BigInteger value) {
        exactly(value, BigInteger.class);
        if (value.abs().bitLength() <= MAX_EXACT_BITS) {
            scalar(value.toString());
        } else {
            string(value.toString());
        }
    }

    /** A string: the plain digits without trailing zeros; beyond 1,000 digits refused before they are made. */
    public void value(BigDecimal value) {
        exactly(value, BigDecimal.class);
        if (value.signum() == 0) {
            string("0");
            return;
        }
        long integerDigits = Math.max((long) value.precision() - value.scale(), 1);
        if (integerDigits + fractionDigitsAtLeast(value) > MAX_DECIMAL_DIGITS) {
            throw tooManyDigits();
        }
        BigDecimal stripped = value.stripTrailingZeros();
        if (integerDigits + Math.max(stripped.scale(), 0) > MAX_DECIMAL_DIGITS) {
            throw tooManyDigits();
        }
        string(stripped.toPlainString());
    }

    public void value(UUID value) {
        string(value.toString());
    }

    /** A string: the URI as it was written, not normalised. */
    public void value(URI value) {
        value(value.toString());
    }

    /** A string: the BCP 47 language tag. */
    public void value(Locale value) {
        string(value.toLanguageTag());
    }

    public void value(Currency value) {
        string(value.getCurrencyCode());
    }

    public void value(ZoneId value) {
        string(value.getId());
    }

    /** A string: UTC with 0, 3, 6 or 9 fraction digits, as with the other times. */
    public void value(Instant value) {
        string(value.toString());
    }

    public void value(Date value) {
        exactly(value, Date.class);
        value(value.toInstant());
    }

    public void value(OffsetDateTime value) {
        string(TimeText.of(value));
    }

    public void value(ZonedDateTime value) {
        string(TimeText.of(value));
    }

    public void value(LocalDateTime value) {
        string(TimeText.of(value));
    }

    public void value(LocalTime value) {
        string(TimeText.of(value));
    }

    public void value(LocalDate value) {
        string(value.toString());
    }

    public void value(YearMonth value) {
        string(value.toString());
    }

    public void value(MonthDay value) {
        string(value.toString());
    }

    public void value(Year value) {
        value((long) value.getValue());
    }

    /** A string: seconds with 0, 3, 6 or 9 fraction digits and the letter {@code s}. */
    public void value(Duration value) {
        string(TimeText.of(value));
    }

    public void value(Period value) {
        string(value.toString());
    }

    /** What an encoder writes, which must be exactly one value. */
    public <T> void encoded(T value, KeyEncoder<? super T> encoder) {
        Nesting.Mark before = nesting.mark();
        try {
            encoder.encode(value, this);
        } catch (IdempotencyKeyException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IdempotencyKeyException(
                    nesting.path() + ": its encoder " + encoder.getClass().getName() + " failed", e);
        }
        if (!nesting.mark().isOneValueAfter(before)) {
            throw fail("its encoder " + encoder.getClass().getName() + " did not write exactly one value");
        }
    }

    /**
     * Refuses a value whose class is not the declared one: a subclass has state that the caller does not write.
     *
     * @param declared the class that the caller knows how to write
     */
    public void exactly(Object value, Class<?> declared) {
        if (value.getClass() != declared) {
            throw fail("its class is " + value.getClass().getName() + ", but only " + declared.getName()
                    + " itself has a canonical form here");
        }
    }

    /** The failure for a value of a sealed type whose class did not exist when the caller was compiled. */
    public IdempotencyKeyException unknownSubtype(Object value) {
        return fail("its class " + value.getClass().getName() + " was unknown when the key's code was compiled");
    }

    /** The failure for the value at the current place. */
    IdempotencyKeyException fail(String reason) {
        return new IdempotencyKeyException(nesting.path() + ": " + reason);
    }

    private void open(Level.Kind kind, char bracket) {
        nesting.beginValue(text);
        text.ascii(bracket);
        if (!nesting.push(kind)) {
            throw fail("nested deeper than " + Nesting.MAX_DEPTH + " levels, perhaps in a cycle");
        }
    }

    private void close(char bracket) {
        text.ascii(bracket);
        nesting.endValue();
    }

    private void scalar(String ascii) {
        nesting.beginValue(text);
        text.ascii(ascii);
        nesting.endValue();
    }

    /** A string of characters that need no escape. */
    private void string(String ascii) {
        nesting.beginValue(text);
        text.ascii('"');
        text.ascii(ascii);
        text.ascii('"');
        nesting.endValue();
    }

    private void quoted(String value) {
        if (!text.quoted(value)) {
            throw loneSurrogate();
        }
    }

    private IdempotencyKeyException loneSurrogate() {
        return fail("a lone surrogate has no UTF-8 form");
    }

    private IdempotencyKeyException tooManyDigits() {
        return fail("a number of more than 1000 digits has no canonical form");
    }

    /** A bound known before trailing zeros are stripped, which is slow: each of them brings a factor of two. */
    private static long fractionDigitsAtLeast(BigDecimal value) {
        return Math.max((long) value.scale() - value.unscaledValue().getLowestSetBit(), 0);
    }
}
