package dev.idem.engine;

import static dev.idem.engine.EngineTestBench.LEASE;
import static dev.idem.engine.EngineTestBench.LOCK_WAIT;
import static dev.idem.engine.EngineTestBench.TTL;
import static dev.idem.engine.Prompts.marked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.CallInProgressException;
import dev.idem.OutcomeUnknownException;
import dev.idem.OwnerCrash;
import dev.idem.StoreFailure;
import dev.idem.StoreUnavailableException;
import dev.idem.engine.FaultyStore.Verb;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completed;
import dev.idem.store.FindReply;
import dev.idem.store.Held;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that are guarded item by item, with a store that fails and owners that die, on a clock that the test moves. */
@Timeout(60)
final class BatchFaultsTest {

    private static final String MODEL = "m";

    private final EngineTestBench bench = new EngineTestBench();
    private final Prompts prompts = new Prompts(bench.engine);

    @AfterEach
    void close() {
        prompts.close();
        bench.close();
    }

    // No answer

    @Test
    void claims_notAnswered_areWithdrawnAndNothingRuns() {
        bench.store.delay(Verb.CLAIM);
        CompletableFuture<Object> call = prompts.callLater(MODEL, List.of("a", "b"), marked("1"));
        Awaitility.await().until(() -> bench.store.count(Verb.CLAIM) == 2);
        bench.store.deliverAsFailures();

        assertThat(failureOf(call)).isInstanceOf(StoreUnavailableException.class);
        assertThat(prompts.runs()).isEmpty();
        assertThat(bench.store.count(Verb.WITHDRAW)).isEqualTo(2);
        assertThat(find("a")).isEqualTo(new FindReply.Absent());
    }

    @Test
    void claims_notAnswered_runInThisProcessAloneIfThatWasChosen() throws Throwable {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withOnStoreFailure(StoreFailure.LOCAL_ONLY));
        bench.store.cut(Verb.values());

        for (int i = 1; i <= 2; i++) {
            assertThat(prompts.call(MODEL, List.of("a", "b"), marked("" + i))).isEqualTo(List.of("a1", "b1"));
        }
        assertThat(prompts.runs()).containsExactly(List.of("a", "b"));
    }

    @Test
    void itemToldInProgress_neverRunsAlone() {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withOnStoreFailure(StoreFailure.LOCAL_ONLY));
        foreign("b");

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> prompts.call(MODEL, List.of("a", "b"), missing -> {
                    bench.store.cut(Verb.CLAIM);
                    return marked("1").complete(missing);
                }));
        assertThat(prompts.runs()).containsExactly(List.of("a"));
    }

    @Test
    void deadStore_isNotAskedAgainByEveryCall() {
        bench.store.hang(Duration.ofSeconds(2), bench.timer);
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> prompts.call(MODEL, List.of("a", "b"), marked("1")))
                    .withMessageContaining("gave no answer");
        }
        long asked = bench.store.count(Verb.CLAIM);

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> prompts.call(MODEL, List.of("a", "b"), marked("1")))
                .withMessageContaining("is asked again once a second");
        assertThat(bench.store.count(Verb.CLAIM)).isEqualTo(asked);
    }

    @Test
    void results_thatCannotBeRecorded_areReturnedKeptAndSentAgain() throws Throwable {
        bench.store.cut(Verb.COMPLETE);
        for (int i = 1; i <= 2; i++) {
            assertThat(prompts.call(MODEL, List.of("a", "b"), marked("" + i))).isEqualTo(List.of("a1", "b1"));
        }
        assertThat(find("a")).isInstanceOf(Held.class);

        bench.store.mend();
        bench.timer.advance(Duration.ofSeconds(10));

        assertThat(find("a")).isInstanceOf(Completed.class);
        assertThat(new Prompts(bench.engine(bench.shared)).call(MODEL, List.of("a", "b"), marked("3")))
                .isEqualTo(List.of("a1", "b1"));
    }

    @Test
    void releases_thatAreNotAnswered_areSentAgain() {
        bench.store.cut(Verb.RELEASE);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> prompts.call(MODEL, List.of("a", "b"), missing -> {
                    throw new IllegalArgumentException();
                }));

        bench.store.mend();
        bench.timer.advance(Duration.ofSeconds(10));

        assertThat(find("a")).isEqualTo(new FindReply.Absent());
        assertThat(find("b")).isEqualTo(new FindReply.Absent());
    }

    // Leases

    @Test
    void itemsOfADeadOwner_areTakenOverAfterItsLease() throws Throwable {
        foreign("b");
        CompletableFuture<Object> call = prompts.callLater(MODEL, List.of("a", "b"), marked("1"));
        awaitWaiting(2);

        bench.timer.advance(LEASE);

        assertThat(call.get()).isEqualTo(List.of("a1", "b1"));
        assertThat(prompts.runs()).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void itemsWhoseLeaseMayBeOver_areClaimedAgainBeforeTheyRun() throws Throwable {
        bench.store.delay(Verb.CLAIM);
        CompletableFuture<Object> call = prompts.callLater(MODEL, List.of("a", "b"), marked("1"));
        Awaitility.await().until(() -> bench.store.count(Verb.CLAIM) == 2);
        bench.timer.moveTo(bench.timer.nanoTime() + LEASE.toNanos());
        bench.store.deliver();

        assertThat(call.get()).isEqualTo(List.of("a1", "b1"));
        assertThat(bench.store.commands())
                .containsExactly(
                        Verb.CLAIM,
                        Verb.CLAIM,
                        Verb.RELEASE,
                        Verb.RELEASE,
                        Verb.CLAIM,
                        Verb.CLAIM,
                        Verb.COMPLETE,
                        Verb.COMPLETE);
    }

    @Test
    void ranOnALostLease_theEarlierOutcomeIsTheAnswer() throws Throwable {
        Prompts other = new Prompts(bench.engine(bench.shared));
        Object answer = prompts.call(MODEL, List.of("a", "b"), missing -> {
            bench.store.cut(Verb.RENEW);
            bench.timer.moveTo(bench.timer.nanoTime() + LEASE.toNanos());
            assertThat(other.call(MODEL, List.of("b"), marked(" other"))).isEqualTo(List.of("b other"));
            return marked("1").complete(missing);
        });

        assertThat(answer).isEqualTo(List.of("a1", "b other"));
        other.close();
    }

    // The owner crashes, REJECT

    @Test
    void rejectCrash_startsAllBeforeTheRun() throws Throwable {
        rejectCrashes();

        assertThat(prompts.call(MODEL, List.of("a", "b"), missing -> {
                    assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.CLAIM, Verb.START, Verb.START);
                    return marked("1").complete(missing);
                }))
                .isEqualTo(List.of("a1", "b1"));
    }

    @Test
    void rejectCrash_itemWhoseOwnerDiedInTheRun_refusesTheCallBeforeAnythingIsRun() throws Throwable {
        rejectCrashes();
        bench.shared.start(foreign("b"));
        bench.timer.advance(LEASE);

        assertThatExceptionOfType(OutcomeUnknownException.class)
                .isThrownBy(() -> prompts.call(MODEL, List.of("a", "b"), marked("1")));
        assertThat(prompts.runs()).isEmpty();
        assertThat(prompts.call(MODEL, List.of("a"), marked("2"))).isEqualTo(List.of("a2"));
    }

    @Test
    void rejectCrash_startsThatAreNotAnswered_refuseTheCallAndGiveTheClaimsUp() {
        rejectCrashes();
        bench.store.cut(Verb.START);

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> prompts.call(MODEL, List.of("a", "b"), marked("1")));
        assertThat(prompts.runs()).isEmpty();
        assertThat(find("a")).isEqualTo(new FindReply.Absent());
        assertThat(find("b")).isEqualTo(new FindReply.Absent());
    }

    @Test
    void rejectCrash_claimsLostBeforeTheStart_areMadeAgain() throws Throwable {
        rejectCrashes();
        bench.store.delay(Verb.CLAIM);
        CompletableFuture<Object> call = prompts.callLater(MODEL, List.of("a", "b"), marked("1"));
        Awaitility.await().until(() -> bench.store.count(Verb.CLAIM) == 2);
        bench.shared.evict(address("a"), TTL);
        bench.store.deliver();

        assertThat(call.get()).isEqualTo(List.of("a1", "b1"));
        assertThat(prompts.runs()).containsExactly(List.of("b"), List.of("a"));
    }

    // Waiting

    @Test
    void waiting_isBoundedByLockWaitForTheWholeCall() {
        Claim b = foreign("b");
        Claim c = foreign("c");
        CompletableFuture<Object> call = prompts.callLater(MODEL, List.of("b", "c"), marked("1"));
        awaitWaiting(1);
        Duration part = LEASE.dividedBy(2);
        for (Duration passed = Duration.ZERO; passed.compareTo(LOCK_WAIT) < 0; passed = passed.plus(part)) {
            assertThat(call).isNotDone();
            bench.shared.renew(List.of(b, c));
            bench.timer.advance(part);
        }

        assertThat(failureOf(call))
                .isInstanceOf(CallInProgressException.class)
                .hasMessageContaining("waited for 60s (lockWait)");
        assertThat(prompts.runs()).isEmpty();
    }

    @Test
    void timeOfARun_isNotCountedAsWaiting() throws Throwable {
        Claim b = foreign("b");
        CompletableFuture<Object> call = prompts.callLater(MODEL, List.of("a", "b"), missing -> {
            bench.timer.moveTo(bench.timer.nanoTime() + LOCK_WAIT.toNanos());
            bench.shared.renew(List.of(b));
            return marked("1").complete(missing);
        });
        awaitWaiting(2);

        bench.shared.release(b);

        assertThat(call.get()).isEqualTo(List.of("a1", "b1"));
    }

    @Test
    void waiting_afterARun_hasWhatWasLeftOfLockWait() {
        Claim b = foreign("b");
        Claim c = foreign("c");
        CompletableFuture<Object> call = prompts.callLater(MODEL, List.of("b", "c"), marked("1"));
        awaitWaiting(1);
        Duration part = LEASE.dividedBy(2);
        bench.timer.advance(part);
        bench.shared.renew(List.of(c));
        bench.shared.release(b);
        awaitWaiting(2);
        assertThat(prompts.runs()).containsExactly(List.of("b"));
        for (int i = 1; i <= 3; i++) {
            assertThat(call).isNotDone();
            bench.shared.renew(List.of(c));
            bench.timer.advance(part);
        }

        assertThat(failureOf(call)).isInstanceOf(CallInProgressException.class);
    }

    @Test
    void wakeUp_thatIsLost_isFoundAtTheEnd() throws Throwable {
        bench.store.loseWakeUps();
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withLockWait(LEASE.dividedBy(2)));
        Prompts other = new Prompts(bench.engine(bench.shared));
        AtomicReference<CompletableFuture<Object>> call = new AtomicReference<>();
        other.call(MODEL, List.of("a", "b"), missing -> {
            call.set(prompts.callLater(MODEL, List.of("b", "a"), marked("1")));
            awaitWaiting(2);
            return marked(" other").complete(missing);
        });
        assertThat(call.get()).isNotDone();

        bench.timer.advance(LEASE.dividedBy(2));

        assertThat(call.get().get()).isEqualTo(List.of("b other", "a other"));
        other.close();
    }

    @Test
    void interrupt_endsTheWaiting() throws Throwable {
        foreign("b");
        AtomicReference<Thread> thread = new AtomicReference<>();
        CompletableFuture<Object> call = prompts.callLater(MODEL, List.of("a", "b"), missing -> {
            thread.set(Thread.currentThread());
            return marked("1").complete(missing);
        });
        awaitWaiting(2);
        thread.get().interrupt();

        assertThat(failureOf(call))
                .isInstanceOf(CallInProgressException.class)
                .hasMessageContaining("its caller was interrupted or has given up");
    }

    @Test
    void waitingForManyItems_takesOnePlace() throws Throwable {
        List<String> items = List.of("a", "b", "c", "d");
        List<Claim> claims = items.stream().map(this::foreign).toList();
        bench.limits = new EngineLimits(1, EngineLimits.DEFAULT.maxOutcomeSize());
        Prompts narrow = new Prompts(bench.engine(bench.store));
        CompletableFuture<Object> call = narrow.callLater(MODEL, items, marked("1"));
        awaitWaiting(1);

        assertThatExceptionOfType(CallInProgressException.class)
                .isThrownBy(() -> narrow.call(MODEL, List.of("a"), marked("2")))
                .withMessageContaining("1 threads of this process wait already");
        claims.forEach(bench.shared::release);

        assertThat(call.get()).isEqualTo(List.of("a1", "b1", "c1", "d1"));
        assertThat(narrow.call(MODEL, items, marked("3"))).isEqualTo(List.of("a1", "b1", "c1", "d1"));
        narrow.close();
    }

    private void rejectCrashes() {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withOnOwnerCrash(OwnerCrash.REJECT));
    }

    /** The end of its pause is the one task of a batch that has run nothing; one that has run items was to renew them too. */
    private void awaitWaiting(int tasks) {
        Awaitility.await().until(() -> bench.timer.pending() == tasks);
    }

    private Claim foreign(String prompt) {
        ClaimRequest request =
                new ClaimRequest(address(prompt), fingerprint(prompt), "foreign " + prompt, LEASE, TTL, false);
        ClaimReply reply = bench.shared.claim(request).toCompletableFuture().join();
        return request.granted(((ClaimReply.Granted) reply).grant());
    }

    private FindReply find(String prompt) {
        return bench.shared
                .find(address(prompt), fingerprint(prompt))
                .toCompletableFuture()
                .join();
    }

    private static RecordAddress address(String prompt) {
        return new RecordAddress("shop", null, "complete", fingerprint(prompt).derivedKey());
    }

    private static Fingerprint fingerprint(String prompt) {
        String content = "{\"model\":\"" + MODEL + "\",\"prompts\":\"" + prompt + "\"}";
        return Fingerprint.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Throwable failureOf(CompletableFuture<Object> call) {
        try {
            return new AssertionError("The call answered " + call.get());
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
