package dev.idem.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.CompletionReply.Reason;
import dev.idem.store.CompletionReply.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every store must do: the state table of {@link IdempotencyStore}, row by row, with late and doubled commands. */
public abstract class StoreContract {

    protected static final Duration LEASE = Duration.ofSeconds(30);
    protected static final Duration TTL = Duration.ofHours(1);
    protected static final Fingerprint CONTENT = Fingerprint.of(new byte[] {1});
    protected static final Fingerprint OTHER_CONTENT = Fingerprint.of(new byte[] {2});
    protected static final Payload FIRST = payload("first");
    protected static final Payload SECOND = payload("second");

    protected final RecordAddress address = new RecordAddress("shop", null, "charge", "ik_" + UUID.randomUUID());

    /** The store under test. */
    protected abstract IdempotencyStore store();

    /** The same records, as another process sees them; the same store where there is no other process. */
    protected abstract IdempotencyStore otherProcess();

    /** Lets time pass for one record, in the store and in every copy. */
    protected abstract void pass(RecordAddress record, Duration time);

    // Absent

    @Test
    void claim_absent_isGranted() {
        assertThat(await(store().claim(request("a")))).isInstanceOf(ClaimReply.Granted.class);
    }

    @Test
    void renewAndRelease_absent_areLost() {
        Claim never = request("a").granted(1);

        assertThat(renew(never)).isFalse();
        assertThat(await(store().release(never))).isFalse();
        assertThat(await(store().withdraw(request("a")))).isFalse();
    }

    @Test
    void complete_absent_isRecorded() {
        Claim claim = granted("a");
        await(store().release(claim));

        assertRecorded(complete(claim, FIRST));
        assertCompleted(await(store().claim(request("b"))), FIRST);
    }

    @Test
    void find_absent_isAbsent() {
        assertThat(find()).isEqualTo(new FindReply.Absent());
    }

    // In progress

    @Test
    void claim_inProgress_isHeldForTheRestOfTheLease() {
        granted("a");
        pass(address, Duration.ofSeconds(10));

        assertHeldBetween(await(store().claim(request("b"))), Duration.ofSeconds(15), Duration.ofSeconds(20));
    }

    @Test
    void claim_inProgressByTheSameToken_isGrantedWithTheSameGrant() {
        Claim claim = granted("a");

        assertThat(await(store().claim(request("a")))).isEqualTo(new ClaimReply.Granted(claim.grant()));
    }

    @Test
    void claim_inProgressWithOtherContent_isAConflict() {
        granted("a");

        assertThat(await(store().claim(request("b", OTHER_CONTENT)))).isEqualTo(new Conflict());
    }

    @Test
    void renew_inProgress_lengthensToAFullLeaseFromNow() {
        Claim claim = granted("a");
        pass(address, Duration.ofSeconds(20));

        assertThat(renew(claim)).isTrue();
        assertHeldBetween(await(store().claim(request("b"))), Duration.ofSeconds(25), LEASE);
    }

    @Test
    void renewAndRelease_inProgressByAnother_areLost() {
        Claim claim = granted("a");
        Claim otherToken = request("b").granted(claim.grant());
        Claim otherGrant = request("a").granted(claim.grant() + 1);

        for (Claim stranger : List.of(otherToken, otherGrant)) {
            assertThat(renew(stranger)).isFalse();
            assertThat(await(store().release(stranger))).isFalse();
        }
        assertThat(await(store().withdraw(request("b")))).isFalse();
        assertThat(renew(claim)).isTrue();
    }

    @Test
    void release_inProgress_freesTheRecord() {
        Claim claim = granted("a");

        assertThat(await(store().release(claim))).isTrue();
        assertThat(find()).isEqualTo(new FindReply.Absent());
        assertThat(await(store().release(claim))).isFalse();
        assertThat(granted("b").grant()).isGreaterThanOrEqualTo(claim.grant());
    }

    @Test
    void withdraw_inProgress_freesTheRecordByTokenAlone() {
        granted("a");

        assertThat(await(store().withdraw(request("a")))).isTrue();
        assertThat(find()).isEqualTo(new FindReply.Absent());
    }

    @Test
    void complete_inProgress_isRecordedForTheTtl() {
        CompletionReply reply = complete(granted("a"), FIRST);

        assertThat(((CompletionReply.Recorded) reply).rest()).isBetween(TTL.minusSeconds(10), TTL);
        assertCompleted(await(store().claim(request("b"))), FIRST);
        assertCompleted(await(otherProcess().claim(request("c"))), FIRST);
    }

    @Test
    void complete_inProgressWithOtherContent_isRefusedAndChangesNothing() {
        Claim claim = granted("a");
        Claim other = request("b", OTHER_CONTENT).granted(claim.grant());

        assertThat(complete(other, SECOND)).isEqualTo(new Refused(Reason.CONFLICT));
        assertThat(renew(claim)).isTrue();
    }

    @Test
    void find_inProgress_isHeldOrAConflict() {
        granted("a");

        assertThat(find()).isInstanceOf(Held.class);
        assertThat(await(store().find(address, OTHER_CONTENT))).isEqualTo(new Conflict());
    }

    // Lapsed

    @Test
    void claim_lapsed_isGrantedWithALaterGrant() {
        Claim dead = granted("a");
        pass(address, LEASE);

        assertThat(granted("b").grant()).isGreaterThan(dead.grant());
    }

    @Test
    void claim_lapsedByTheSameToken_isGrantedWithTheSameGrantAndNoNewLease() {
        Claim slow = granted("a");
        pass(address, LEASE);

        assertThat(await(store().claim(request("a")))).isEqualTo(new ClaimReply.Granted(slow.grant()));
        assertThat(find()).isEqualTo(new FindReply.Absent());
    }

    @Test
    void claim_lapsedWithOtherContent_isAConflict() {
        granted("a");
        pass(address, LEASE);

        assertThat(await(store().claim(request("b", OTHER_CONTENT)))).isEqualTo(new Conflict());
    }

    @Test
    void renew_lapsed_isDone() {
        Claim slow = granted("a");
        pass(address, LEASE.plusSeconds(5));

        assertThat(renew(slow)).isTrue();
        assertThat(await(store().claim(request("b")))).isInstanceOf(Held.class);
    }

    @Test
    void release_lapsed_isDone() {
        Claim slow = granted("a");
        pass(address, LEASE);

        assertThat(await(store().release(slow))).isTrue();
        assertThat(await(store().release(slow))).isFalse();
    }

    @Test
    void complete_lapsed_isRecorded() {
        Claim slow = granted("a");
        pass(address, LEASE);

        assertRecorded(complete(slow, FIRST));
        assertCompleted(find(), FIRST);
    }

    @Test
    void complete_byTheOwnerWhoseLeaseWasTaken_winsIfItIsFirst() {
        Claim slow = granted("a");
        pass(address, LEASE);
        Claim second = granted("b");

        assertThat(renew(slow)).isFalse();
        assertRecorded(complete(slow, FIRST));
        assertSuperseded(complete(second, SECOND), FIRST);
        assertCompleted(find(), FIRST);
    }

    @Test
    void claim_lapsedForTheWholeTtl_isForgotten() {
        granted("a");
        pass(address, LEASE.plus(TTL));

        assertThat(await(store().claim(request("b", OTHER_CONTENT)))).isInstanceOf(ClaimReply.Granted.class);
    }

    // Started

    @Test
    void start_inProgress_isDoneAndLengthensToAFullLease() {
        Claim claim = granted("a");
        pass(address, Duration.ofSeconds(20));

        assertThat(start(claim)).isTrue();
        assertThat(start(claim)).isTrue();
        assertHeldBetween(await(store().claim(request("b"))), Duration.ofSeconds(25), LEASE);
    }

    @Test
    void start_byAnother_isLostAndStartsNothing() {
        Claim claim = granted("a");

        assertThat(start(request("b").granted(claim.grant()))).isFalse();
        assertThat(start(request("a").granted(claim.grant() + 1))).isFalse();
        pass(address, LEASE);
        assertThat(granted("b").grant()).isGreaterThan(claim.grant());
        assertThat(start(claim)).isFalse();
    }

    @Test
    void start_absentCompletedOrEvicted_isLost() {
        assertThat(start(request("never").granted(1))).isFalse();
        Claim claim = granted("a");
        complete(claim, FIRST);
        assertThat(start(claim)).isFalse();
        await(store().evict(address, TTL));
        assertThat(start(claim)).isFalse();
        granted("b");
    }

    @Test
    void start_lapsed_isDone() {
        Claim slow = granted("a");
        pass(address, LEASE);

        assertThat(start(slow)).isTrue();
        assertThat(await(store().claim(request("b")))).isInstanceOf(Held.class);
    }

    @Test
    void claimAndFind_lapsedAfterTheStart_areUnknown() {
        assertThat(start(granted("a"))).isTrue();
        pass(address, LEASE);

        assertThat(await(store().claim(request("b")))).isEqualTo(new OutcomeUnknown());
        assertThat(await(otherProcess().claim(request("c")))).isEqualTo(new OutcomeUnknown());
        assertThat(find()).isEqualTo(new OutcomeUnknown());
    }

    @Test
    void claimAndFind_lapsedAfterTheStartWithOtherContent_areAConflict() {
        start(granted("a"));
        pass(address, LEASE);

        assertThat(await(store().claim(request("b", OTHER_CONTENT)))).isEqualTo(new Conflict());
        assertThat(await(store().find(address, OTHER_CONTENT))).isEqualTo(new Conflict());
    }

    @Test
    void renew_lapsedAfterTheStart_isDoneAndTheClaimStaysStarted() {
        Claim slow = granted("a");
        start(slow);
        pass(address, LEASE);

        assertThat(renew(slow)).isTrue();
        assertThat(await(store().claim(request("b")))).isInstanceOf(Held.class);
        pass(address, LEASE);
        assertThat(await(store().claim(request("b")))).isEqualTo(new OutcomeUnknown());
    }

    @Test
    void complete_lapsedAfterTheStart_isRecorded() {
        Claim slow = granted("a");
        start(slow);
        pass(address, LEASE);

        assertRecorded(complete(slow, FIRST));
        assertCompleted(await(store().claim(request("b"))), FIRST);
    }

    @Test
    void release_started_freesTheRecordForAnUnstartedClaim() {
        Claim failed = granted("a");
        start(failed);

        assertThat(await(store().release(failed))).isTrue();
        Claim next = granted("b");
        pass(address, LEASE);
        assertThat(granted("c").grant()).isGreaterThan(next.grant());
    }

    @Test
    void evict_started_resolvesIt() {
        Claim dead = granted("a");
        start(dead);
        pass(address, LEASE);

        assertThat(await(store().evict(address, TTL))).isTrue();
        assertRecorded(complete(granted("b"), SECOND));
        assertSuperseded(complete(dead, FIRST), SECOND);
    }

    @Test
    void evict_startedAndReleasedOverItsMark_leavesNothingStarted() {
        await(store().evict(address, TTL));
        Claim failed = granted("a");
        start(failed);
        await(store().release(failed));
        granted("b");
        pass(address, LEASE);

        granted("c");
    }

    @Test
    void claim_startedAndTheTtlOver_isGranted() {
        start(granted("a"));
        pass(address, LEASE.plus(TTL));

        granted("b");
    }

    // Completed

    @Test
    void claim_completed_givesTheOutcomeAndItsRest() {
        complete(granted("a"), FIRST);
        pass(address, Duration.ofMinutes(20));

        Completed completed = (Completed) await(store().claim(request("b")));
        assertThat(completed.outcome().payload()).isEqualTo(FIRST);
        assertThat(completed.outcome().rest()).isBetween(Duration.ofMinutes(39), Duration.ofMinutes(40));
    }

    @Test
    void claimAndFind_completedWithOtherContent_areAConflict() {
        complete(granted("a"), FIRST);

        assertThat(await(store().claim(request("b", OTHER_CONTENT)))).isEqualTo(new Conflict());
        assertThat(await(store().find(address, OTHER_CONTENT))).isEqualTo(new Conflict());
    }

    @Test
    void renewAndRelease_completed_areLost() {
        Claim claim = granted("a");
        complete(claim, FIRST);

        assertThat(renew(claim)).isFalse();
        assertThat(await(store().release(claim))).isFalse();
        assertThat(await(store().withdraw(request("a")))).isFalse();
        assertCompleted(find(), FIRST);
    }

    @Test
    void complete_twiceByTheSameToken_isRecordedOnceAndLengthensNothing() {
        Claim claim = granted("a");
        complete(claim, FIRST);
        pass(address, Duration.ofMinutes(20));

        CompletionReply again = complete(claim, FIRST);
        assertThat(((CompletionReply.Recorded) again).rest()).isLessThanOrEqualTo(Duration.ofMinutes(40));
        assertThat(((Completed) find()).outcome().rest()).isLessThanOrEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void complete_completedWithOtherContent_isRefusedAndShowsNothing() {
        complete(granted("a"), FIRST);
        Claim other = request("b", OTHER_CONTENT).granted(Long.MAX_VALUE / 4);

        assertThat(complete(other, SECOND)).isEqualTo(new Refused(Reason.CONFLICT));
        assertCompleted(find(), FIRST);
    }

    @Test
    void claim_completedAndTtlOver_isGranted() {
        complete(granted("a"), FIRST);
        pass(address, TTL);

        assertThat(find()).isEqualTo(new FindReply.Absent());
        granted("b");
    }

    @Test
    void complete_afterItsOwnEnd_isRefused() {
        Claim claim = granted("a");
        await(store().release(claim));
        Duration age = TTL.plusSeconds(1);
        Claim old = request("a").granted(claim.grant() - TimeUnit.SECONDS.toMicros(age.toSeconds()));

        assertThat(complete(old, FIRST)).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(find()).isEqualTo(new FindReply.Absent());
    }

    @Test
    void complete_withAnEndBeyondTheTtl_isRecordedForTheTtlOnly() {
        Claim claim = granted("a");

        await(store().complete(new Completion(claim, FIRST, Duration.ofDays(7))));

        assertThat(((Completed) find()).outcome().rest()).isLessThanOrEqualTo(TTL);
    }

    // Evicted

    @Test
    void evict_absent_leavesAMarkThatAClaimKeeps() {
        assertThat(await(store().evict(address, TTL))).isFalse();

        assertThat(find()).isEqualTo(new FindReply.Absent());
        assertRecorded(complete(granted("a"), FIRST));
    }

    @Test
    void evict_inProgress_endsTheClaimAndRefusesItsOutcome() {
        Claim evicted = granted("a");

        assertThat(await(store().evict(address, TTL))).isTrue();

        assertThat(renew(evicted)).isFalse();
        assertThat(await(store().release(evicted))).isFalse();
        assertThat(complete(evicted, FIRST)).isEqualTo(new Refused(Reason.EVICTED));
        assertThat(find()).isEqualTo(new FindReply.Absent());
    }

    @Test
    void evict_markUnderAClaim_stillRefusesWhatWasGrantedBefore() {
        Claim evicted = granted("a");
        await(store().evict(address, TTL));
        Claim next = granted("b");

        assertThat(next.grant()).isGreaterThan(evicted.grant());
        assertThat(complete(evicted, FIRST)).isEqualTo(new Refused(Reason.EVICTED));
        assertRecorded(complete(next, SECOND));
        assertCompleted(find(), SECOND);
    }

    @Test
    void evict_mark_survivesARelease() {
        Claim evicted = granted("a");
        await(store().evict(address, TTL));
        await(store().release(granted("b")));

        assertThat(complete(evicted, FIRST)).isEqualTo(new Refused(Reason.EVICTED));
    }

    @Test
    void evict_mark_survivesAWithdrawal() {
        Claim evicted = granted("a");
        await(store().evict(address, TTL));
        granted("b");
        await(store().withdraw(request("b")));

        assertThat(complete(evicted, FIRST)).isEqualTo(new Refused(Reason.EVICTED));
    }

    @Test
    void evict_completed_forgetsTheOutcomeInEveryProcess() {
        complete(granted("a"), FIRST);

        assertThat(await(otherProcess().evict(address, TTL))).isTrue();

        assertThat(await(store().claim(request("b")))).isInstanceOf(ClaimReply.Granted.class);
    }

    @Test
    void evict_twice_isHarmless() {
        granted("a");

        assertThat(await(store().evict(address, TTL))).isTrue();
        assertThat(await(store().evict(address, TTL))).isFalse();
        granted("b");
    }

    @Test
    void evict_otherContentAfterwards_isAllowed() {
        complete(granted("a"), FIRST);
        await(store().evict(address, TTL));

        assertThat(await(store().claim(request("b", OTHER_CONTENT)))).isInstanceOf(ClaimReply.Granted.class);
    }

    // Late commands

    @Test
    void claim_executedAfterItWasWithdrawn_lapsesAfterOneLease() {
        await(store().withdraw(request("a")));
        granted("a");
        pass(address, LEASE);

        granted("b");
    }

    @Test
    void release_deliveredAfterTheNextGrant_doesNotTouchIt() {
        Claim first = granted("a");
        await(store().release(first));
        Claim second = granted("b");

        assertThat(await(store().release(first))).isFalse();
        assertThat(renew(second)).isTrue();
    }

    // Wake-ups

    @Test
    void waiter_isToldOfCompletionReleaseWithdrawalAndEviction() throws InterruptedException {
        List<Runnable> ends = List.of(
                () -> await(store().release(granted("r"))),
                () -> {
                    granted("w");
                    await(store().withdraw(request("w")));
                },
                () -> {
                    granted("e");
                    await(store().evict(address, TTL));
                },
                () -> complete(granted("c"), FIRST));
        for (Runnable end : ends) {
            assertTold(end);
        }
    }

    /** The waiter registers with a claim that lapses; whoever claims next inherits it. */
    private void assertTold(Runnable end) throws InterruptedException {
        granted("before");
        CountDownLatch told = new CountDownLatch(1);
        IdempotencyStore.Subscription listening = otherProcess().subscribe(address, told::countDown);
        assertThat(await(otherProcess().claim(request("waiter")))).isInstanceOf(Held.class);
        pass(address, LEASE);

        end.run();

        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        listening.close();
    }

    @Test
    void waiter_thatEndedItsSubscription_isNotTold() {
        Claim claim = granted("a");
        AtomicInteger told = new AtomicInteger();
        store().subscribe(address, told::incrementAndGet).close();

        await(store().release(claim));

        assertThat(told).hasValue(0);
    }

    // Batches, addresses, payloads

    @Test
    void renew_severalClaims_answersEachInOrder() {
        Claim mine = granted("a");
        Claim lost = request("b").granted(1);

        assertThat(await(store().renew(List.of(lost, mine, lost)))).containsExactly(false, true, false);
    }

    @Test
    void claimAll_ofRecordsInAllStates_answersEachInOrder() {
        Claim held = granted("a");
        RecordAddress completed = anotherAddress();
        Claim ended = granted(completed);
        await(store().complete(new Completion(ended, FIRST, Duration.ZERO)));

        List<ClaimReply> replies = await(store().claimAll(List.of(
                requestOf(completed, CONTENT),
                requestOf(anotherAddress(), CONTENT),
                request("b"),
                requestOf(completed, OTHER_CONTENT),
                requestOf(anotherAddress(), CONTENT))));

        assertThat(replies).hasSize(5);
        assertCompleted(replies.get(0), FIRST);
        assertThat(replies.get(1)).isInstanceOf(ClaimReply.Granted.class);
        assertThat(replies.get(2)).isInstanceOf(Held.class);
        assertThat(replies.get(3)).isEqualTo(new Conflict());
        assertThat(replies.get(4)).isInstanceOf(ClaimReply.Granted.class);
        assertThat(renew(held)).isTrue();
    }

    @Test
    void claimAll_held_registersWhoWaits() throws InterruptedException {
        Claim claim = granted("a");
        CountDownLatch told = new CountDownLatch(1);
        IdempotencyStore.Subscription listening = otherProcess().subscribe(address, told::countDown);
        await(otherProcess().claimAll(List.of(requestOf(anotherAddress(), CONTENT), request("waiter"))));

        await(store().releaseAll(List.of(claim)));

        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        listening.close();
    }

    @Test
    void startAll_releaseAll_answerEachInOrder() {
        Claim mine = granted("a");
        Claim other = granted(anotherAddress());
        Claim lost = request("b").granted(1);

        assertThat(await(store().startAll(List.of(lost, mine, other)))).containsExactly(false, true, true);
        assertThat(await(store().releaseAll(List.of(other, lost, mine)))).containsExactly(true, false, true);
        assertThat(find()).isEqualTo(new FindReply.Absent());
    }

    @Test
    void startAll_lapsed_isUnknown() {
        await(store().startAll(List.of(granted("a"))));
        pass(address, LEASE);

        assertThat(await(store().claimAll(List.of(request("b"))))).containsExactly(new OutcomeUnknown());
    }

    @Test
    void completeAll_answersEachInOrder() {
        Claim late = granted("a");
        pass(address, LEASE);
        complete(granted("b"), FIRST);
        Claim mine = granted(anotherAddress());

        List<CompletionReply> replies = await(store().completeAll(List.of(
                new Completion(mine, SECOND, Duration.ZERO), new Completion(late, SECOND, Duration.ZERO))));

        assertRecorded(replies.get(0));
        assertSuperseded(replies.get(1), FIRST);
        assertCompleted(await(otherProcess().find(mine.address(), CONTENT)), SECOND);
    }

    @Test
    void verbsForMany_ofNothing_answerNothing() {
        assertThat(await(store().claimAll(List.of()))).isEmpty();
        assertThat(await(store().completeAll(List.of()))).isEmpty();
    }

    private RecordAddress anotherAddress() {
        return new RecordAddress(address.application(), null, address.operation(), "ik_" + UUID.randomUUID());
    }

    private static ClaimRequest requestOf(RecordAddress record, Fingerprint fingerprint) {
        return new ClaimRequest(record, fingerprint, UUID.randomUUID().toString(), LEASE, TTL, true);
    }

    private Claim granted(RecordAddress record) {
        ClaimRequest request = requestOf(record, CONTENT);
        return request.granted(((ClaimReply.Granted) await(store().claim(request))).grant());
    }

    @Test
    void records_ofOtherAddresses_areIndependent() {
        RecordAddress tenant = new RecordAddress(address.application(), "acme", address.operation(), address.key());
        RecordAddress braces = new RecordAddress("a:{b}", "ü €", "x y", address.key());
        for (RecordAddress other : List.of(address, tenant, braces)) {
            assertThat(await(store().claim(new ClaimRequest(other, CONTENT, "a", LEASE, TTL, true))))
                    .isInstanceOf(ClaimReply.Granted.class);
        }
    }

    @Test
    void payload_ofAnyBytesAndSize_comesBack() {
        byte[] bytes = new byte[1 << 20];
        new Random(42).nextBytes(bytes);
        for (Payload payload : List.of(new Payload(bytes), new Payload(new byte[0]), payload("a b\n\u0000 c"))) {
            await(store().evict(address, TTL));
            complete(granted(UUID.randomUUID().toString()), payload);
            assertCompleted(await(otherProcess().claim(request("reader"))), payload);
        }
    }

    // Looking

    @Test
    void look_absentOrReleasedOrEvicted_isAbsent() {
        assertThat(look().state()).isEqualTo(RecordState.ABSENT);
        await(store().release(granted("a")));
        assertThat(look().state()).isEqualTo(RecordState.ABSENT);
        await(store().evict(address, TTL));
        assertThat(look().state()).isEqualTo(RecordState.ABSENT);
    }

    @Test
    void look_inProgress_tellsTheRestOfTheLeaseAndTheAgeAndChangesNothing() {
        granted("a");
        RecordView view = look();

        assertThat(view.state()).isEqualTo(RecordState.IN_PROGRESS);
        assertThat(view.rest()).isBetween(LEASE.minusSeconds(10), LEASE);
        assertThat(view.age()).hasValueSatisfying(age -> assertThat(age).isBetween(Duration.ZERO, TTL));
        assertHeldBetween(await(store().claim(request("b"))), LEASE.minusSeconds(10), LEASE);
    }

    @Test
    void look_lapsed_saysWhetherSomebodyTakesOver() {
        granted("a");
        pass(address, LEASE.plusSeconds(1));
        assertThat(look().state()).isEqualTo(RecordState.LAPSED);
        assertThat(look().rest()).isZero();

        start(granted("b"));
        pass(address, LEASE.plusSeconds(1));
        assertThat(look().state()).isEqualTo(RecordState.UNKNOWN);
    }

    @Test
    void look_completed_tellsTheRestOfTheTtlWhateverTheContent() {
        complete(granted("a"), FIRST);
        RecordView view = look();

        assertThat(view.state()).isEqualTo(RecordState.COMPLETED);
        assertThat(view.rest()).isBetween(TTL.minusSeconds(10), TTL);
        assertThat(view.age()).isEmpty();
        assertCompleted(find(), FIRST);
    }

    private RecordView look() {
        return await(otherProcess().look(address));
    }

    // Words of the tests above

    protected final ClaimRequest request(String token) {
        return request(token, CONTENT);
    }

    protected final ClaimRequest request(String token, Fingerprint fingerprint) {
        return new ClaimRequest(address, fingerprint, token, LEASE, TTL, true);
    }

    protected final Claim granted(String token) {
        ClaimReply reply = await(store().claim(request(token)));
        assertThat(reply).isInstanceOf(ClaimReply.Granted.class);
        return request(token).granted(((ClaimReply.Granted) reply).grant());
    }

    protected final CompletionReply complete(Claim claim, Payload payload) {
        return await(store().complete(new Completion(claim, payload, Duration.ZERO)));
    }

    protected final boolean start(Claim claim) {
        return await(store().start(claim));
    }

    protected final boolean renew(Claim claim) {
        return await(store().renew(List.of(claim))).get(0);
    }

    protected final FindReply find() {
        return await(store().find(address, CONTENT));
    }

    protected static Payload payload(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8));
    }

    protected static void assertCompleted(Object reply, Payload payload) {
        assertThat(reply).isInstanceOf(Completed.class);
        assertThat(((Completed) reply).outcome().payload()).isEqualTo(payload);
    }

    protected static void assertRecorded(CompletionReply reply) {
        assertThat(reply).isInstanceOf(CompletionReply.Recorded.class);
    }

    private static void assertSuperseded(CompletionReply reply, Payload payload) {
        assertThat(reply).isInstanceOf(CompletionReply.Superseded.class);
        assertThat(((CompletionReply.Superseded) reply).outcome().payload()).isEqualTo(payload);
    }

    private static void assertHeldBetween(ClaimReply reply, Duration least, Duration most) {
        assertThat(reply).isInstanceOf(Held.class);
        assertThat(((Held) reply).rest()).isBetween(least, most);
    }

    protected static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
