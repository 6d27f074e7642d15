package dev.idem.store.caffeine;

import dev.idem.key.Fingerprint;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completed;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.Conflict;
import dev.idem.store.FindReply;
import dev.idem.store.Payload;
import dev.idem.store.RecordView;
import dev.idem.store.RecordedOutcome;

/**
 * A record with an outcome.
 *
 * @param tied lets go of what was made of the outcome
 * @param tiedWeight how much that weighs
 */
record CompletedRecord(
        String token, Fingerprint fingerprint, Payload payload, long endsAt, Runnable tied, long tiedWeight)
        implements LocalRecord {

    private static final long OVERHEAD = 400;

    /** Records a completion, unless its end has passed. Its rest is never longer than its TTL. */
    static Step<CompletionReply> record(LocalRecord before, Completion completion, long now) {
        Claim claim = completion.claim();
        long end = Math.min(completion.endMicros(), now + LocalRecord.micros(claim.ttl()));
        if (end <= now) {
            return Step.unchanged(before, new CompletionReply.Refused(CompletionReply.Reason.EXPIRED));
        }
        CompletedRecord completed =
                new CompletedRecord(claim.token(), claim.fingerprint(), completion.payload(), end, () -> {}, 0);
        return new Step<>(completed, new CompletionReply.Recorded(LocalRecord.duration(end - now)), true);
    }

    @Override
    public long weight() {
        return OVERHEAD + payload.size() + tiedWeight;
    }

    /** Whether both are one record, whatever is tied to them. */
    boolean isLike(CompletedRecord other) {
        return endsAt == other.endsAt && token.equals(other.token);
    }

    CompletedRecord with(Runnable newTied, long weight) {
        return new CompletedRecord(token, fingerprint, payload, endsAt, newTied, weight);
    }

    @Override
    public Step<ClaimReply> claim(ClaimRequest request, long now) {
        return Step.unchanged(
                this, fingerprint.equals(request.fingerprint()) ? new Completed(outcome(now)) : new Conflict());
    }

    @Override
    public Step<Boolean> withdraw(String other) {
        return Step.unchanged(this, false);
    }

    @Override
    public Step<Boolean> start(Claim claim, long now) {
        return Step.unchanged(this, false);
    }

    @Override
    public Step<Boolean> renew(Claim claim, long now) {
        return Step.unchanged(this, false);
    }

    @Override
    public Step<Boolean> release(Claim claim) {
        return Step.unchanged(this, false);
    }

    @Override
    public Step<CompletionReply> complete(Completion completion, long now) {
        Claim claim = completion.claim();
        if (!fingerprint.equals(claim.fingerprint())) {
            return Step.unchanged(this, new CompletionReply.Refused(CompletionReply.Reason.CONFLICT));
        }
        return Step.unchanged(
                this,
                token.equals(claim.token())
                        ? new CompletionReply.Recorded(LocalRecord.duration(endsAt - now))
                        : new CompletionReply.Superseded(outcome(now)));
    }

    @Override
    public Step<Boolean> evict(long ttl, long now) {
        return new Step<>(new FreeRecord(now, Math.max(now + ttl, endsAt)), true, true);
    }

    @Override
    public FindReply find(Fingerprint other, long now) {
        return fingerprint.equals(other) ? new Completed(outcome(now)) : new Conflict();
    }

    @Override
    public RecordView look(long now) {
        return RecordView.completed(LocalRecord.duration(endsAt - now));
    }

    private RecordedOutcome outcome(long now) {
        return new RecordedOutcome(payload, LocalRecord.duration(endsAt - now));
    }
}
