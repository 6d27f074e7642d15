package dev.idem.store.caffeine;

import dev.idem.key.Fingerprint;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.Conflict;
import dev.idem.store.FindReply;
import dev.idem.store.Held;
import dev.idem.store.OutcomeUnknown;
import dev.idem.store.RecordState;
import dev.idem.store.RecordView;
import java.time.Duration;
import java.util.Optional;

/**
 * A record in progress, or lapsed once its lease is over.
 *
 * @param started whether the owner has said that it begins to run
 * @param leaseEnd until when the claim holds
 * @param before the evict mark that lies under the claim, or {@link FreeRecord#ABSENT}
 */
record ClaimedRecord(Claim claim, boolean started, long leaseEnd, FreeRecord before) implements LocalRecord {

    private static final long WEIGHT = 400;

    /** A new claim, with a grant stamp above everything that was granted or evicted here before. */
    static ClaimedRecord grant(ClaimRequest request, long now, FreeRecord before) {
        return new ClaimedRecord(
                request.granted(Math.max(now, before.mark() + 1)),
                /* started= */ false,
                now + LocalRecord.micros(request.lease()),
                before);
    }

    @Override
    public long endsAt() {
        return Math.max(leaseEnd + LocalRecord.micros(claim.ttl()), before.endsAt());
    }

    @Override
    public long weight() {
        return WEIGHT;
    }

    @Override
    public Step<ClaimReply> claim(ClaimRequest request, long now) {
        if (claim.token().equals(request.token())) {
            return Step.unchanged(this, new ClaimReply.Granted(claim.grant()));
        }
        if (!claim.fingerprint().equals(request.fingerprint())) {
            return Step.unchanged(this, new Conflict());
        }
        if (now < leaseEnd) {
            return Step.unchanged(this, new Held(LocalRecord.duration(leaseEnd - now)));
        }
        if (started) {
            return Step.unchanged(this, new OutcomeUnknown());
        }
        ClaimedRecord next = grant(request, Math.max(now, claim.grant() + 1), before);
        return Step.unchanged(next, new ClaimReply.Granted(next.claim.grant()));
    }

    @Override
    public Step<Boolean> withdraw(String token) {
        return claim.token().equals(token) ? new Step<>(before, true, true) : Step.unchanged(this, false);
    }

    @Override
    public Step<Boolean> start(Claim other, long now) {
        return lengthen(other, /* starts= */ true, now);
    }

    @Override
    public Step<Boolean> renew(Claim other, long now) {
        return lengthen(other, started, now);
    }

    private Step<Boolean> lengthen(Claim other, boolean starts, long now) {
        long end = now + LocalRecord.micros(claim.lease());
        return isOwnedBy(other)
                ? Step.unchanged(new ClaimedRecord(claim, starts, end, before), true)
                : Step.unchanged(this, false);
    }

    @Override
    public Step<Boolean> release(Claim other) {
        return isOwnedBy(other) ? new Step<>(before, true, true) : Step.unchanged(this, false);
    }

    @Override
    public Step<CompletionReply> complete(Completion completion, long now) {
        if (completion.claim().grant() <= before.mark()) {
            return Step.unchanged(this, new CompletionReply.Refused(CompletionReply.Reason.EVICTED));
        }
        if (!claim.fingerprint().equals(completion.claim().fingerprint())) {
            return Step.unchanged(this, new CompletionReply.Refused(CompletionReply.Reason.CONFLICT));
        }
        return CompletedRecord.record(this, completion, now);
    }

    @Override
    public Step<Boolean> evict(long ttl, long now) {
        long end = now + Math.max(ttl, LocalRecord.micros(claim.ttl()));
        return new Step<>(new FreeRecord(Math.max(now, claim.grant()), Math.max(end, before.endsAt())), true, true);
    }

    @Override
    public FindReply find(Fingerprint fingerprint, long now) {
        if (!claim.fingerprint().equals(fingerprint)) {
            return new Conflict();
        }
        if (now < leaseEnd) {
            return new Held(LocalRecord.duration(leaseEnd - now));
        }
        return started ? new OutcomeUnknown() : new FindReply.Absent();
    }

    @Override
    public RecordView look(long now) {
        Optional<Duration> age = Optional.of(LocalRecord.duration(Math.max(0, now - claim.grant())));
        if (now < leaseEnd) {
            return new RecordView(RecordState.IN_PROGRESS, LocalRecord.duration(leaseEnd - now), age);
        }
        return new RecordView(started ? RecordState.UNKNOWN : RecordState.LAPSED, Duration.ZERO, age);
    }

    private boolean isOwnedBy(Claim other) {
        return claim.token().equals(other.token()) && claim.grant() == other.grant();
    }
}
