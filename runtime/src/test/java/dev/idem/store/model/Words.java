package dev.idem.store.model;

import dev.idem.store.ClaimReply;
import dev.idem.store.Completed;
import dev.idem.store.CompletionReply;
import dev.idem.store.FindReply;
import dev.idem.store.Held;
import dev.idem.store.OutcomeUnknown;
import dev.idem.store.Payload;
import dev.idem.store.RecordedOutcome;
import dev.idem.store.model.Reply.Word;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongToIntFunction;

/** The answers of a real store in the model's words. A payload is the number of its token; times are rounded up. */
public final class Words {

    /** So much real time is a tick: so long that the time a test takes is nothing beside it. */
    public static final Duration TICK = Duration.ofSeconds(1_000);

    private final LongToIntFunction stamps;

    /** Words for a store whose grants this function turns into stamps. */
    public Words(LongToIntFunction stamps) {
        this.stamps = stamps;
    }

    public static Payload payload(int token) {
        return new Payload(Integer.toString(token).getBytes(StandardCharsets.UTF_8));
    }

    public Reply of(ClaimReply reply) {
        if (reply instanceof ClaimReply.Granted granted) {
            return new Reply(Word.GRANTED, stamps.applyAsInt(granted.grant()), 0);
        }
        return of((Object) reply);
    }

    public Reply of(FindReply reply) {
        return reply instanceof FindReply.Absent ? Reply.of(Word.ABSENT) : of((Object) reply);
    }

    public Reply of(CompletionReply reply) {
        if (reply instanceof CompletionReply.Recorded recorded) {
            return new Reply(Word.RECORDED, 0, ticks(recorded.rest()));
        }
        if (reply instanceof CompletionReply.Superseded superseded) {
            return outcome(Word.SUPERSEDED, superseded.outcome());
        }
        return Reply.of(
                switch (((CompletionReply.Refused) reply).reason()) {
                    case CONFLICT -> Word.REFUSED_CONFLICT;
                    case EVICTED -> Word.REFUSED_EVICTED;
                    case EXPIRED -> Word.REFUSED_EXPIRED;
                });
    }

    public Reply of(boolean done) {
        return Reply.done(done);
    }

    private static Reply of(Object common) {
        if (common instanceof Held held) {
            return new Reply(Word.HELD, 0, ticks(held.rest()));
        }
        if (common instanceof Completed completed) {
            return outcome(Word.COMPLETED, completed.outcome());
        }
        return Reply.of(common instanceof OutcomeUnknown ? Word.UNKNOWN : Word.CONFLICT);
    }

    private static Reply outcome(Word word, RecordedOutcome outcome) {
        String token = new String(outcome.payload().bytes(), StandardCharsets.UTF_8);
        return new Reply(word, Integer.parseInt(token), ticks(outcome.rest()));
    }

    private static int ticks(Duration rest) {
        return (int) ((rest.toNanos() + TICK.toNanos() - 1) / TICK.toNanos());
    }
}
