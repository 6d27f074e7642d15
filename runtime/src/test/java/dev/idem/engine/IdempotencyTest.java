package dev.idem.engine;

import static dev.idem.engine.EngineTestBench.LEASE;
import static dev.idem.engine.EngineTestBench.TTL;
import static dev.idem.engine.EngineTestBench.address;
import static dev.idem.engine.EngineTestBench.foreignRequest;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.Map;
import java.util.Optional;
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
}
