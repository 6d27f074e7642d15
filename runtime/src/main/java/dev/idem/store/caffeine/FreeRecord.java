package dev.idem.store.caffeine;

import dev.idem.key.Fingerprint;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.FindReply;
import dev.idem.store.RecordView;

/**
 * Nobody's record: absent, or evicted and holding a mark.
 *
 * @param mark what was granted until then is not recorded any more; {@link #NO_MARK} if the record is absent
 * @param endsAt how long the mark is kept
 */
record FreeRecord(long mark, long endsAt) implements LocalRecord {

    static final long NO_MARK = -1;
    static final FreeRecord ABSENT = new FreeRecord(NO_MARK, 0);
    private static final long WEIGHT = 200;

    @Override
    public long weight() {
        return WEIGHT;
    }

    @Override
    public Step<ClaimReply> claim(ClaimRequest request, long now) {
        ClaimedRecord claimed = ClaimedRecord.grant(request, now, this);
        return Step.unchanged(claimed, new ClaimReply.Granted(claimed.claim().grant()));
    }

    @Override
    public Step<Boolean> withdraw(String token) {
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
        return completion.claim().grant() <= mark
                ? Step.unchanged(this, new CompletionReply.Refused(CompletionReply.Reason.EVICTED))
                : CompletedRecord.record(this, completion, now);
    }

    @Override
    public Step<Boolean> evict(long ttl, long now) {
        return new Step<>(new FreeRecord(Math.max(now, mark), Math.max(now + ttl, endsAt)), false, true);
    }

    @Override
    public FindReply find(Fingerprint fingerprint, long now) {
        return new FindReply.Absent();
    }

    @Override
    public RecordView look(long now) {
        return RecordView.ABSENT;
    }
}
