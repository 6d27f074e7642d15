package dev.idem.key;

import java.lang.reflect.Array;
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
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values whose types are known only at run time: maps, lists, sets, arrays and optionals of null and of the types
 * that {@link CanonicalWriter} takes as they are. Every other class is refused, since nothing says what its state is.
 */
final class JsonTree {

    private static final Map<Class<?>, BiConsumer<CanonicalWriter, Object>> SCALARS = scalars();

    private final CanonicalWriter out;
    private final Set<String> excluded;

    /**
     * Writes into a writer.
     *
     * @param excluded the names of map members that are left out, at every depth
     */
    JsonTree(CanonicalWriter out, Set<String> excluded) {
        this.out = out;
        this.excluded = Set.copyOf(excluded);
    }

    /** Writes one value; an empty optional becomes null. */
    void write(@Nullable Object value) {
        if (value == null) {
            out.nullValue();
            return;
        }
        BiConsumer<CanonicalWriter, Object> scalar = SCALARS.get(value.getClass());
        if (scalar != null) {
            scalar.accept(out, value);
        } else if (value instanceof Map<?, ?> map) {
            members(map);
        } else if (value instanceof List<?> list) {
            out.beginArray();
            list.forEach(this::write);
            out.endArray();
        } else if (value instanceof Set<?> set) {
            out.beginSet();
            set.forEach(this::write);
            out.endSet();
        } else {
            other(value);
        }
    }

    private void other(Object value) {
        if (value instanceof Enum<?> constant) {
            out.value(constant);
        } else if (value instanceof ZoneId zone) {
            out.value(zone);
        } else if (value instanceof Optional<?> optional) {
            content(optional);
        } else if (value instanceof OptionalInt number) {
            write(number.isPresent() ? number.getAsInt() : null);
        } else if (value instanceof OptionalLong number) {
            write(number.isPresent() ? number.getAsLong() : null);
        } else if (value instanceof OptionalDouble number) {
            write(number.isPresent() ? number.getAsDouble() : null);
        } else if (value.getClass().isArray() && !(value instanceof char[])) {
            elements(value);
        } else {
            throw out.fail("its class " + value.getClass().getName() + " has no canonical form");
        }
    }

    private void content(Optional<?> optional) {
        Object value = optional.orElse(null);
        if (value instanceof Optional) {
            throw out.fail("an Optional of an Optional has no canonical form");
        }
        write(value);
    }

    private void members(Map<?, ?> map) {
        out.beginMap();
        map.forEach((key, value) -> {
            String name = name(key);
            if (name == null || !excluded.contains(name)) {
                out.key(name);
                write(value);
            }
        });
        out.endMap();
    }

    private void elements(Object array) {
        out.beginArray();
        for (int i = 0; i < Array.getLength(array); i++) {
            write(Array.get(array, i));
        }
        out.endArray();
    }

    private @Nullable String name(@Nullable Object key) {
        if (key == null || key instanceof String) {
            return (String) key;
        }
        if (key instanceof Enum<?> constant) {
            return constant.name();
        }
        return TreeKey.text(key)
                .orElseThrow(() -> out.fail("a key of class " + key.getClass().getName() + " has no canonical form"));
    }

    private static Map<Class<?>, BiConsumer<CanonicalWriter, Object>> scalars() {
        Map<Class<?>, BiConsumer<CanonicalWriter, Object>> scalars = new HashMap<>();
        add(scalars, Boolean.class, CanonicalWriter::value);
        add(scalars, Character.class, CanonicalWriter::value);
        add(scalars, String.class, CanonicalWriter::value);
        add(scalars, UUID.class, CanonicalWriter::value);
        add(scalars, URI.class, CanonicalWriter::value);
        add(scalars, Locale.class, CanonicalWriter::value);
        add(scalars, Currency.class, CanonicalWriter::value);
        add(scalars, byte[].class, CanonicalWriter::value);
        addNumbers(scalars);
        addTimes(scalars);
        return Map.copyOf(scalars);
    }

    private static void addNumbers(Map<Class<?>, BiConsumer<CanonicalWriter, Object>> scalars) {
        add(scalars, Byte.class, CanonicalWriter::value);
        add(scalars, Short.class, CanonicalWriter::value);
        add(scalars, Integer.class, CanonicalWriter::value);
        add(scalars, Long.class, CanonicalWriter::value);
        add(scalars, BigInteger.class, CanonicalWriter::value);
        add(scalars, Float.class, CanonicalWriter::value);
        add(scalars, Double.class, CanonicalWriter::value);
        add(scalars, BigDecimal.class, CanonicalWriter::value);
    }

    private static void addTimes(Map<Class<?>, BiConsumer<CanonicalWriter, Object>> scalars) {
        add(scalars, Instant.class, CanonicalWriter::value);
        add(scalars, Date.class, CanonicalWriter::value);
        add(scalars, OffsetDateTime.class, CanonicalWriter::value);
        add(scalars, ZonedDateTime.class, CanonicalWriter::value);
        add(scalars, LocalDateTime.class, CanonicalWriter::value);
        add(scalars, LocalTime.class, CanonicalWriter::value);
        add(scalars, LocalDate.class, CanonicalWriter::value);
        add(scalars, YearMonth.class, CanonicalWriter::value);
        add(scalars, MonthDay.class, CanonicalWriter::value);
        add(scalars, Year.class, CanonicalWriter::value);
        add(scalars, Duration.class, CanonicalWriter::value);
        add(scalars, Period.class, CanonicalWriter::value);
    }

    private static <T> void add(
            Map<Class<?>, BiConsumer<CanonicalWriter, Object>> scalars,
            Class<T> type,
            BiConsumer<CanonicalWriter, T> write) {
        scalars.put(type, (out, value) -> write.accept(out, type.cast(value)));
    }
}
