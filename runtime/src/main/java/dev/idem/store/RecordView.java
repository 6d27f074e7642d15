package dev.idem.store;

import java.time.Duration;
import java.util.Optional;

/**
 * What an operator may see of a record: never what is in it.
 *
 * @param rest of a claim: what is left of its lease; of an outcome: how much longer it is replayed; else zero
 * @param age how long ago its claim was granted; empty if the record does not tell
 */
public record RecordView(RecordState state, Duration rest, Optional<Duration> age) {

    /** There is no record, or an evict mark. */
    public static final RecordView ABSENT = new RecordView(RecordState.ABSENT, Duration.ZERO, Optional.empty());

    /** A record with an outcome, which does not tell when it was made. */
    public static RecordView completed(Duration rest) {
        return new RecordView(RecordState.COMPLETED, rest, Optional.empty());
    }
}
