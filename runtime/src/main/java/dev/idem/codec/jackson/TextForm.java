package dev.idem.codec.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/**
 * A type whose values are written as strings. A value is written only if its text reads back as an equal one, and only
 * the text that would be written is read: the texts of {@code java.time} are ISO 8601, with zones as they are.
 */
record TextForm<T>(Class<T> type, Function<T, String> write, Function<String, T> read) {

    static final List<TextForm<?>> ALL = List.of(
            of(Instant.class, Instant::parse),
            of(OffsetDateTime.class, OffsetDateTime::parse),
            of(ZonedDateTime.class, ZonedDateTime::parse),
            of(LocalDateTime.class, LocalDateTime::parse),
            of(LocalDate.class, LocalDate::parse),
            of(LocalTime.class, LocalTime::parse),
            of(OffsetTime.class, OffsetTime::parse),
            of(Duration.class, Duration::parse),
            of(Period.class, Period::parse),
            of(Year.class, Year::parse),
            of(YearMonth.class, TextForm::yearMonth),
            of(MonthDay.class, MonthDay::parse),
            of(ZoneId.class, ZoneId::of),
            of(ZoneOffset.class, ZoneOffset::of),
            of(UUID.class, UUID::fromString),
            of(URI.class, URI::create),
            of(Currency.class, Currency::getInstance),
            new TextForm<>(Locale.class, Locale::toLanguageTag, Locale::forLanguageTag),
            new TextForm<>(Date.class, date -> date.toInstant().toString(), text -> Date.from(Instant.parse(text))));

    /** Whether values of exactly this declared type are written as strings. */
    static boolean isOf(Class<?> type) {
        return ALL.stream().anyMatch(form -> form.type.equals(type));
    }

    private static <T> TextForm<T> of(Class<T> type, Function<String, T> read) {
        return new TextForm<>(type, Object::toString, read);
    }

    /** {@code YearMonth.parse} does not read what {@code toString} writes from the year 10000 on. */
    private static YearMonth yearMonth(String text) {
        int dash = text.lastIndexOf('-');
        return YearMonth.of(Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }

    JsonSerializer<T> serializer() {
        return new Serializer<>(this);
    }

    JsonDeserializer<T> deserializer() {
        return new Deserializer<>(this);
    }

    private static final class Serializer<T> extends StdScalarSerializer<T> {

        private static final long serialVersionUID = 1;

        private final transient TextForm<T> form;

        Serializer(TextForm<T> form) {
            super(form.type);
            this.form = form;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            String text = form.write.apply(value);
            if (!value.equals(form.read.apply(text))) {
                provider.reportMappingProblem("no exact text");
            }
            json.writeString(text);
        }
    }

    private static final class Deserializer<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient TextForm<T> form;

        Deserializer(TextForm<T> form) {
            super(form.type);
            this.form = form;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(this, "not a string");
            }
            String text = json.getText();
            T value = form.read.apply(text);
            return form.write.apply(value).equals(text)
                    ? value
                    : context.<T>reportInputMismatch(this, "not the text of a value");
        }
    }
}
