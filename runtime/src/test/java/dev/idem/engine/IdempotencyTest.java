package dev.idem.engine;

import static dev.idem.engine.EngineTestBench.LEASE;
import static dev.idem.engine.EngineTestBench.TTL;
import static dev.idem.engine.EngineTestBench.address;
import static dev.idem.engine.EngineTestBench.foreignRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.IdempotencyKeyException;
import dev.idem.KeyConflictException;
import dev.idem.MissingIdempotencyKeyException;
import dev.idem.OutcomeUnknownException;
import dev.idem.OwnerCrash;
import dev.idem.StoreFailure;
import dev.idem.StoreUnavailableException;
import dev.idem.codec.ResultType;
import dev.idem.engine.FaultyStore.Verb;
import dev.idem.store.ClaimReply;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls in code, and what operators do with records. */
final class IdempotencyTest {

    private final EngineTestBench bench = new EngineTestBench();
    private final Idempotency idempotency = Idempotency.of(bench.engine);
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        bench.close();
    }

    private String receipt() {
        return "receipt " + runs.incrementAndGet();
    }

    @Test
    void call_inCode_runsOncePerKey() throws Exception {
        CallKey key = CallKey.of("jobs.submit", "job-1");

        assertThat(idempotency.call(key, String.class, this::receipt)).isEqualTo("receipt 1");
        assertThat(idempotency.call(key, String.class, this::receipt)).isEqualTo("receipt 1");
        assertThat(idempotency.call(CallKey.of("jobs.submit", "job-2"), String.class, this::receipt))
                .isEqualTo("receipt 2");
        assertThat(idempotency.call(CallKey.of("jobs.cancel", "job-1"), String.class, this::receipt))
                .isEqualTo("receipt 3");
    }

    @Test
    void call_ofAGenericType_isAnsweredAlike() throws Exception {
        CallKey key = CallKey.of("jobs.submit", "job-1");
        ResultType type = ResultType.of(String.class);

        assertThat(idempotency.call(key, type, this::receipt)).isEqualTo("receipt 1");
        assertThat(idempotency.call(key, type, this::receipt)).isEqualTo("receipt 1");
    }

    @Test
    void call_thatThrows_passesItsExceptionAndIsNotRemembered() throws Exception {
        CallKey key = CallKey.of("jobs.submit", "job-1");
        IOException failure = new IOException("upstream");

        assertThatThrownBy(() -> idempotency.call(key, String.class, () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(idempotency.call(key, String.class, this::receipt)).isEqualTo("receipt 1");
    }

    @Test
    void call_withOtherContentUnderOneKey_isAConflict() throws Exception {
        idempotency.call(CallKey.of("jobs.submit", "job-1", Map.of("size", 1)), String.class, this::receipt);

        assertThatThrownBy(() -> idempotency.call(
                        CallKey.of("jobs.submit", "job-1", Map.of("size", 2)), String.class, this::receipt))
                .isInstanceOf(KeyConflictException.class);
    }

    @Test
    void call_byContent_isTheSameAsThatOfTheAnnotatedMethod() throws Throwable {
        bench.call("1", this::receipt);

        assertThat(idempotency.call(CallKey.ofContent("charge", Map.of("order", "1")), String.class, this::receipt))
                .isEqualTo("receipt 1");
    }

    @Test
    void call_whereTheOperationIsDisabled_goesStraightThrough() throws Exception {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withEnabled(false));
        CallKey key = CallKey.of("jobs.submit", "job-1");

        idempotency.call(key, String.class, this::receipt);
        assertThat(idempotency.call(key, String.class, this::receipt)).isEqualTo("receipt 2");
        assertThat(bench.store.commands()).isEmpty();
    }

    @Test
    void call_ofTenants_isSeparate() throws Exception {
        CallKey key = CallKey.of("jobs.submit", "job-1");
        bench.tenant = Optional.of("one");
        idempotency.call(key, String.class, this::receipt);

        assertThat(idempotency.forTenant("two").call(key, String.class, this::receipt))
                .isEqualTo("receipt 2");
        assertThat(idempotency.forTenant(null).call(key, String.class, this::receipt))
                .isEqualTo("receipt 3");
        bench.tenant = Optional.of("two");
        assertThat(idempotency.call(key, String.class, this::receipt)).isEqualTo("receipt 2");
        assertThat(idempotency.forTenant("one").evict("jobs.submit", "job-1")).isTrue();
        assertThat(idempotency.call(key, String.class, this::receipt)).isEqualTo("receipt 2");
    }

    @Test
    void call_whereTheOperationHasNoTenants_isOneForAll() throws Exception {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withTenancy(Tenancy.NONE));
        CallKey key = CallKey.of("jobs.submit", "job-1");
        bench.tenant = Optional.of("one");
        idempotency.call(key, String.class, this::receipt);

        assertThat(idempotency.forTenant("two").call(key, String.class, this::receipt))
                .isEqualTo("receipt 1");
        assertThat(idempotency.forTenant("three").evict("jobs.submit", "job-1")).isTrue();
        assertThat(idempotency.forTenant(null).call(key, String.class, this::receipt))
                .isEqualTo("receipt 2");
    }

    @Test
    void key_thatBreaksTheRules_isRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> CallKey.of("jobs.submit", " ")).isInstanceOf(MissingIdempotencyKeyException.class);
        assertThatThrownBy(() -> CallKey.of("jobs.submit", "a\nb"))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessageNotContaining("b,");
        assertThatThrownBy(() -> CallKey.of(" ", "k")).isInstanceOf(IdempotencyKeyException.class);
    }

    @Test
    void evict_anAnnotatedCall_letsItRunAgain() throws Throwable {
        bench.call("1", this::receipt);

        assertThat(idempotency.evict("charge", address("1").key())).isTrue();
        assertThat(idempotency.evict("charge", address("1").key())).isFalse();
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 2");
    }

    @Test
    void evict_underLocalOnly_removesWhatThisProcessKeptToo() throws Throwable {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withOnStoreFailure(StoreFailure.LOCAL_ONLY));
        bench.store.cut(Verb.CLAIM);
        bench.call("1", this::receipt);
        bench.store.mend();

        idempotency.evict("charge", address("1").key());

        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 2");
    }

    @Test
    void evict_withoutAnAnswer_saysThatItIsNotKnownToBeDone() {
        bench.store.cut(Verb.EVICT);

        assertThatThrownBy(() -> idempotency.evict("charge", "k"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("may or may not be gone");
    }

    @Test
    void outcomeUnknown_isResolvedByEvictingAndRecordingTheKnownAnswer() throws Throwable {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withOnOwnerCrash(OwnerCrash.REJECT));
        ClaimReply.Granted granted = (ClaimReply.Granted)
                bench.shared.claim(foreignRequest("1")).toCompletableFuture().join();
        bench.shared.start(foreignRequest("1").granted(granted.grant()));
        bench.timer.advance(LEASE);
        OutcomeUnknownException unknown = assertThatThrownBy(() -> bench.call("1", this::receipt))
                .asInstanceOf(InstanceOfAssertFactories.type(OutcomeUnknownException.class))
                .actual();

        idempotency.evict(unknown.operation(), unknown.key());
        idempotency.call(CallKey.of(unknown), String.class, () -> "found out");

        assertThat(bench.call("1", this::receipt)).isEqualTo("found out");
        assertThat(runs).hasValue(0);
        bench.timer.advance(TTL);
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
    }

    @Test
    void asyncCall_inCode_runsOncePerKey() {
        CallKey key = CallKey.of("jobs.submit", "job-1");
        CompletableFuture<String> work = new CompletableFuture<>();
        Callable<CompletionStage<String>> begin = () -> {
            runs.incrementAndGet();
            return work;
        };
        CompletableFuture<String> first = idempotency.callAsync(key, String.class, begin);
        CompletableFuture<String> second = idempotency.callAsync(key, String.class, begin);

        work.complete("receipt");
        assertThat(first.join()).isEqualTo("receipt");
        assertThat(second.join()).isEqualTo("receipt");
        assertThat(idempotency.callAsync(key, String.class, begin).join()).isEqualTo("receipt");
        assertThat(runs).hasValue(1);
    }

    @Test
    void asyncCall_thatCannotBeGuarded_failsItsStage() {
        CallKey key = CallKey.of("jobs.submit", "job-1");
        bench.store.cut(Verb.CLAIM);

        assertThat(idempotency.callAsync(key, String.class, CompletableFuture::new))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void find_tellsTheStateOfACall() throws Exception {
        CallKey key = CallKey.of("jobs.submit", "job-1");
        ResultType text = ResultType.of(String.class);

        assertThat(idempotency.find(key, text)).isEqualTo(new FoundCall.Absent());
        idempotency.call(key, String.class, () -> {
            assertThat(idempotency.find(key, text)).isEqualTo(new FoundCall.InProgress(LEASE));
            return receipt();
        });
        assertThat(idempotency.find(key, text))
                .isInstanceOfSatisfying(
                        FoundCall.Answered.class,
                        answered -> assertThatCode(
                                        () -> assertThat(answered.result()).isEqualTo("receipt 1"))
                                .doesNotThrowAnyException());
        assertThat(idempotency.find(CallKey.of("jobs.submit", "job-1", "other"), text))
                .isEqualTo(new FoundCall.Conflict());
    }

    @Test
    void find_ofAnAnswer_tellsHowLongItIsStillReplayed() throws Exception {
        CallKey key = CallKey.of("jobs.submit", "job-1");
        idempotency.call(key, String.class, this::receipt);

        bench.timer.advance(Duration.ofSeconds(1));

        assertThat(idempotency.find(key, ResultType.of(String.class)))
                .isInstanceOfSatisfying(
                        FoundCall.Answered.class,
                        answered -> assertThat(answered.rest()).isEqualTo(TTL.minusSeconds(1)));
    }

    @Test
    void find_ofAnOwnerThatDied_isUnknown() throws Exception {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withOnOwnerCrash(OwnerCrash.REJECT));
        CallKey key = CallKey.of("jobs.submit", "job-1");
        bench.store.cut(Verb.RENEW);
        idempotency.call(key, String.class, () -> {
            bench.timer.advance(LEASE.plusSeconds(1));
            assertThat(idempotency.find(key, ResultType.of(String.class))).isEqualTo(new FoundCall.Unknown());
            return receipt();
        });
    }

    @Test
    void find_withoutAnAnswerOfTheStore_saysSo() {
        bench.store.cut(Verb.FIND);

        assertThatThrownBy(() -> idempotency.find(CallKey.of("jobs.submit", "job-1"), ResultType.of(String.class)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("nothing is known of the call");
    }

    @Test
    void bypass_leadsTheFirstGuardedCallStraightThrough() throws Exception {
        CallKey key = CallKey.of("jobs.submit", "job-1");
        CallKey inner = CallKey.of("jobs.part", "part-1");
        idempotency.call(key, String.class, this::receipt);
        idempotency.call(inner, String.class, this::receipt);

        String bypassed = idempotency.bypass(() -> idempotency.call(
                key, String.class, () -> receipt() + " and " + idempotency.call(inner, String.class, this::receipt)));

        assertThat(bypassed).as("the nested call is guarded").isEqualTo("receipt 3 and receipt 2");
        assertThat(idempotency.call(key, String.class, this::receipt)).isEqualTo("receipt 1");
        String second = idempotency.bypass(() -> {
            idempotency.call(inner, String.class, this::receipt);
            return idempotency.call(key, String.class, this::receipt);
        });
        assertThat(second).as("only the first is bypassed").isEqualTo("receipt 1");
    }

    @Test
    void bypass_thatGuardsNothing_leavesLaterCallsGuarded() throws Exception {
        CallKey key = CallKey.of("jobs.submit", "job-1");
        idempotency.call(key, String.class, this::receipt);

        assertThat(idempotency.bypass(() -> "nothing")).isEqualTo("nothing");
        assertThat(idempotency.call(key, String.class, this::receipt)).isEqualTo("receipt 1");
    }

    @Test
    void clear_emptiesTheStoresOfThisProcess() throws Exception {
        CallKey key = CallKey.of("jobs.submit", "job-1");
        Idempotency local = Idempotency.of(bench.engine(bench.shared));
        local.call(key, String.class, this::receipt);

        local.clear();

        assertThat(local.call(key, String.class, this::receipt)).isEqualTo("receipt 2");
    }

    @Test
    void current_insideAMethod_isItsCall() throws Exception {
        assertThat(idempotency.current()).isEmpty();
        idempotency.call(CallKey.of("jobs.submit", "job-1"), String.class, () -> {
            CurrentCall outer = idempotency.current().orElseThrow();
            assertThat(outer.operation()).isEqualTo("jobs.submit");
            assertThat(outer.key()).isEqualTo("job-1");
            assertThat(outer.isLeaseHeld()).isTrue();
            idempotency.call(CallKey.of("jobs.part", "part-1"), String.class, () -> {
                assertThat(idempotency.current().orElseThrow().operation()).isEqualTo("jobs.part");
                return receipt();
            });
            assertThat(idempotency.current()).containsSame(outer);
            return receipt();
        });
        assertThat(idempotency.current()).isEmpty();
    }

    @Test
    void currentCall_whoseLeaseIsOver_knowsIt() throws Exception {
        bench.store.cut(Verb.RENEW);
        idempotency.call(CallKey.of("jobs.submit", "job-1"), String.class, () -> {
            bench.timer.advance(LEASE);
            assertThat(idempotency.current().orElseThrow().isLeaseHeld()).isFalse();
            return receipt();
        });
    }

    @Test
    void upstreamKey_isTheSameForEveryRunAndDiffersOtherwise() throws Exception {
        Map<String, String> keys = new HashMap<>();
        keys.put("first", upstreamKey("jobs.submit", "job-1", "POST /charges"));
        idempotency.evict("jobs.submit", "job-1");
        assertThat(upstreamKey("jobs.submit", "job-1", "POST /charges")).isEqualTo(keys.get("first"));
        idempotency.evict("jobs.submit", "job-1");
        keys.put("step", upstreamKey("jobs.submit", "job-1", "POST /refunds"));
        keys.put("key", upstreamKey("jobs.submit", "job-3", "POST /charges"));
        keys.put("operation", upstreamKey("jobs.cancel", "job-1", "POST /charges"));
        bench.tenant = Optional.of("acme");
        keys.put("tenant", upstreamKey("jobs.submit", "job-1", "POST /charges"));

        assertThat(keys.values()).doesNotHaveDuplicates().allMatch(key -> key.matches("ik_[0-9a-f]{32}"));
    }

    private String upstreamKey(String operation, String key, String step) throws Exception {
        return idempotency.call(
                CallKey.of(operation, key),
                String.class,
                () -> idempotency.current().orElseThrow().upstreamKey(step));
    }
}
