package dev.idem.key;

import dev.idem.IdempotencyKeyException;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * The texts of map keys whose {@code toString} is not the text of their value. Generated code calls it. Null has no
 * text, and {@link CanonicalWriter#key} refuses it.
 */
public final class MapKey {

    private MapKey() {}

    public static @Nullable String text(@Nullable BigInteger key) {
        return key == null ? null : exactly(key, BigInteger.class).toString();
    }

    public static @Nullable String text(@Nullable Date key) {
        return key == null ? null : exactly(key, Date.class).toInstant().toString();
    }

    public static @Nullable String text(@Nullable OffsetDateTime key) {
        return key == null ? null : TimeText.of(key);
    }

    public static @Nullable String text(@Nullable ZonedDateTime key) {
        return key == null ? null : TimeText.of(key);
    }

    public static @Nullable String text(@Nullable LocalDateTime key) {
        return key == null ? null : TimeText.of(key);
    }

    public static @Nullable String text(@Nullable LocalTime key) {
        return key == null ? null : TimeText.of(key);
    }

    private static <T> T exactly(T key, Class<T> type) {
        if (key.getClass() != type) {
            throw new IdempotencyKeyException("a map key of class "
                    + key.getClass().getName() + " has no canonical form where " + type.getName() + " is declared");
        }
        return key;
    }
}
