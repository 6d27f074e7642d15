package dev.idem.engine;

import dev.idem.store.Completed;
import dev.idem.store.Conflict;
import dev.idem.store.FindReply;
import dev.idem.store.Held;
import dev.idem.store.OutcomeUnknown;
import dev.idem.store.RecordedOutcome;

/** What a store says of a record, for those who only look. */
final class Found {

    private Found() {}

    static FoundCall of(Call call, FindReply reply, Outcomes outcomes) {
        if (reply instanceof Completed completed) {
            RecordedOutcome outcome = completed.outcome();
            return new FoundCall.Answered(() -> outcomes.decode(call, outcome.payload()), outcome.rest());
        } else if (reply instanceof Held held) {
            return new FoundCall.InProgress(held.rest());
        } else if (reply instanceof OutcomeUnknown) {
            return new FoundCall.Unknown();
        } else if (reply instanceof Conflict) {
            return new FoundCall.Conflict();
        }
        return new FoundCall.Absent();
    }
}
