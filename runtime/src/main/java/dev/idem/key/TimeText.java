package dev.idem.key;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Times as text: seconds are always written, fractions in steps of three digits. */
final class TimeText {

    private static final int LENGTH_WITHOUT_SECONDS = "HH:mm".length();
    private static final int NANO_DIGITS = 9;

    private TimeText() {}

    static String of(LocalTime time) {
        String text = time.toString();
        return text.length() == LENGTH_WITHOUT_SECONDS ? text + ":00" : text;
    }

    static String of(LocalDateTime time) {
        return time.toLocalDate() + "T" + of(time.toLocalTime());
    }

    static String of(OffsetDateTime time) {
        return of(time.toLocalDateTime()) + time.getOffset().getId();
    }

    /** With the region in brackets, unless the zone is a mere offset. */
    static String of(ZonedDateTime time) {
        String text = of(time.toLocalDateTime()) + time.getOffset().getId();
        return time.getZone() instanceof ZoneOffset
                ? text
                : text + '[' + time.getZone().getId() + ']';
    }

    static String of(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), NANO_DIGITS))
                .stripTrailingZeros();
        int digits = Math.max(0, seconds.scale());
        return seconds.setScale((digits + 2) / 3 * 3, RoundingMode.UNNECESSARY).toPlainString() + "s";
    }
}
