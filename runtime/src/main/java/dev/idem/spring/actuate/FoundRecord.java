package dev.idem.spring.actuate;

import dev.idem.store.RecordState;
import dev.idem.store.RecordView;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record, never with what is in it. Durations are in ISO-8601.
 *
 * @param tenant whose it is; null: calls without a tenant
 * @param state {@code absent}, {@code in_progress}, {@code lapsed}, {@code unknown} or {@code completed}
 * @param age how long ago the call was claimed; of an outcome, how long ago the run ended, if its TTL was today's
 * @param remainingTtl how much longer an outcome is replayed; else null
 * @param remainingLease when the claim of a running call lapses unless it is renewed; else null
 */
record FoundRecord(
        String operation,
        String key,
        @Nullable String tenant,
        String state,
        @Nullable String age,
        @Nullable String remainingTtl,
        @Nullable String remainingLease) {

    static FoundRecord of(String operation, String key, @Nullable String tenant, RecordView record) {
        RecordState state = record.state();
        return new FoundRecord(
                operation,
                key,
                tenant,
                state.name().toLowerCase(Locale.ROOT),
                record.age().map(Duration::toString).orElse(null),
                rest(record, state == RecordState.COMPLETED),
                rest(record, state == RecordState.IN_PROGRESS));
    }

    private static @Nullable String rest(RecordView record, boolean isShown) {
        return Optional.of(record.rest())
                .filter(rest -> isShown)
                .map(Duration::toString)
                .orElse(null);
    }
}
