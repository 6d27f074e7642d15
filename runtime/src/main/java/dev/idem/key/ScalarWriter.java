package dev.idem.key;

import dev.idem.IdempotencyKeyException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
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

/**
 * The scalars of a {@link CanonicalWriter}: one JSON form for each Java type. Each method writes one whole value, and
 * throws {@link IdempotencyKeyException} for a value that has no canonical form; the message names the path to the value,
 * never the value. Not thread-safe.
 */
public abstract sealed class ScalarWriter permits CanonicalWriter {

    private static final long MAX_EXACT = (1L << 53) - 1;
    private static final int MAX_EXACT_BITS = 53;

    final CanonicalText text = new CanonicalText();
    final Nesting nesting = new Nesting(text);

    ScalarWriter() {}

    public void nullValue() {
        scalar("null");
    }

    public void value(boolean value) {
        scalar(value ? "true" : "false");
    }

    /** A number while its absolute value is at most 2^53 − 1, else a string of its digits. */
    public void value(long value) {
        if (value < -MAX_EXACT || value > MAX_EXACT) {
            string(Long.toString(value));
            return;
        }
        nesting.beginValue();
        text.decimal(value);
        nesting.endValue();
    }

    /** An ECMAScript number (RFC 8785, section 3.2.2.3); NaN and the infinities are refused. */
    public void value(double value) {
        if (!Double.isFinite(value)) {
            throw fail("NaN and infinities have no canonical form");
        }
        nesting.beginValue();
        EcmaScriptNumber.write(value, text);
        nesting.endValue();
    }

    public void value(char value) {
        value(String.valueOf(value));
    }

    /** A string, not normalised; a lone surrogate is refused. */
    public void value(String value) {
        nesting.beginValue();
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
        string(DecimalText.of(value)
                .orElseThrow(() -> fail("a number of more than 1000 digits has no canonical form")));
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

    /** Writes the characters of a JSON string, in quotes. */
    void quoted(String value) {
        if (!text.quoted(value)) {
            throw loneSurrogate();
        }
    }

    IdempotencyKeyException loneSurrogate() {
        return fail("a lone surrogate has no UTF-8 form");
    }

    /** The failure for the value at the present place. */
    IdempotencyKeyException fail(String reason) {
        return nesting.failure(reason);
    }

    private void scalar(String ascii) {
        nesting.beginValue();
        text.ascii(ascii);
        nesting.endValue();
    }

    /** A string of characters that need no escape. */
    private void string(String ascii) {
        nesting.beginValue();
        text.ascii('"');
        text.ascii(ascii);
        text.ascii('"');
        nesting.endValue();
    }
}
