package dev.idem.key;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The text of a map key whose class is known only at run time. */
final class TreeKey {

    /** The classes whose {@code toString} is the text of their value. */
    private static final Set<Class<?>> PLAIN = Set.of(
            Boolean.class,
            Byte.class,
            Character.class,
            Short.class,
            Integer.class,
            Long.class,
            BigInteger.class,
            UUID.class,
            Instant.class,
            LocalDate.class,
            YearMonth.class,
            MonthDay.class,
            Year.class);

    private TreeKey() {}

    /** Empty for a key that has no text. */
    static Optional<String> text(Object key) {
        return PLAIN.contains(key.getClass()) ? Optional.of(key.toString()) : Optional.ofNullable(time(key));
    }

    private static @Nullable String time(Object key) {
        if (key instanceof LocalDateTime time) {
            return MapKey.text(time);
        }
        if (key instanceof LocalTime time) {
            return MapKey.text(time);
        }
        if (key instanceof OffsetDateTime time) {
            return MapKey.text(time);
        }
        if (key instanceof ZonedDateTime time) {
            return MapKey.text(time);
        }
        return key.getClass() == Date.class ? MapKey.text((Date) key) : null;
    }
}
