package dev.idem.it;

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
import java.time.ZonedDateTime;

/** A result with every kind of time. */
public record Times(
        Instant instant,
        OffsetDateTime offsetDateTime,
        ZonedDateTime zonedDateTime,
        LocalDateTime localDateTime,
        LocalDate localDate,
        LocalTime localTime,
        OffsetTime offsetTime,
        Duration duration,
        Period period,
        Year year,
        YearMonth yearMonth,
        MonthDay monthDay,
        ZoneId zone) {}
