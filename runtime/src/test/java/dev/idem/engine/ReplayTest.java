package dev.idem.engine;

import static dev.idem.engine.EngineTestBench.LEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.idem.OutcomeUnavailableException;
import dev.idem.codec.ResultType;
import dev.idem.engine.FaultyStore.Verb;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.Completion;
import dev.idem.store.Payload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Exceptions that are outcomes. */
@Timeout(60)
final class ReplayTest {

    private static final ReplayedException DECLINED =
            declined(parts -> new Declined((@Nullable String) parts[0], Integer.parseInt(String.valueOf(parts[1]))));

    private final EngineTestBench bench = new EngineTestBench();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void exceptionThatIsAnOutcome_isThrownAgainAsANewOneEachTime() {
        Declined thrown = new Declined("no money", 51);
        assertThat(catchThrowable(() -> charge(thrown))).isSameAs(thrown);

        Throwable first = catchThrowable(() -> charge(new Declined("never thrown", 0)));
        Throwable second = catchThrowable(() -> charge(new Declined("never thrown", 0)));

        for (Throwable duplicate : List.of(first, second)) {
            assertThat(duplicate)
                    .isExactlyInstanceOf(Declined.class)
                    .hasMessage("no money")
                    .hasNoCause();
            assertThat(((Declined) duplicate).code).isEqualTo(51);
            assertThat(duplicate.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals(getClass().getName()));
        }
        assertThat(first).isNotSameAs(thrown).isNotSameAs(second);
        assertThat(runs).hasValue(1);
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.COMPLETE, Verb.CLAIM, Verb.CLAIM);
    }

    @Test
    void exceptionWithoutMessage_isReplayedWithoutOne() {
        declines(new Declined(null, 51));

        assertThat(catchThrowable(() -> charge(new Declined("never thrown", 0))))
                .isExactlyInstanceOf(Declined.class)
                .hasMessage(null);
    }

    @Test
    void otherExceptions_areFailuresEvenOfASubclass() throws Throwable {
        for (Throwable failure : List.of(new DeclinedForEver(), new IOException("upstream"), new Error("broken"))) {
            assertThat(catchThrowable(() -> charge(failure))).isSameAs(failure);
        }

        assertThat(bench.engine.execute(operation(DECLINED), new Object[] {"1"}, () -> "receipt"))
                .isEqualTo("receipt");
        assertThat(runs).hasValue(3);
    }

    @Test
    void exceptionThatIsAnOutcome_isThrownToThoseWhoWaitForIt() {
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Throwable> first = later(() -> {
            go.await();
            throw new Declined("no money", 51);
        });
        Awaitility.await().until(() -> bench.timer.pending() == 1);
        CompletableFuture<Throwable> waiting = later(() -> "receipt");
        Awaitility.await().until(() -> bench.timer.pending() == 2);

        go.countDown();

        assertThat(waiting.join()).isExactlyInstanceOf(Declined.class).isNotSameAs(first.join());
    }

    @Test
    void exceptionThatCannotBeRecordedYet_isThrownAgainMeanwhileAndRecordedLater() throws Throwable {
        bench.store.cut(Verb.COMPLETE);
        declines(new Declined("no money", 51));
        assertThat(catchThrowable(() -> charge(new Declined("never thrown", 0))))
                .hasMessage("no money");

        bench.store.mend();
        bench.timer.advance(Duration.ofSeconds(10));

        assertThat(catchThrowable(() ->
                        bench.engine(bench.shared).execute(operation(DECLINED), new Object[] {"1"}, () -> "receipt")))
                .hasMessage("no money");
    }

    // Two owners

    @Test
    void exceptionThatCameSecond_givesWayToTheResultThatWasFirst() throws Throwable {
        Payload receipt = outcomes().encode(call(DECLINED), "theirs");

        Object answer = bench.engine.execute(operation(DECLINED), new Object[] {"1"}, () -> {
            completeElsewhere(receipt);
            throw new Declined("no money", 51);
        });

        assertThat(answer).isEqualTo("theirs");
    }

    @Test
    void resultThatCameSecond_givesWayToTheExceptionThatWasFirst() {
        Payload declined = outcomes()
                .encodeThrown(call(DECLINED), new Declined("theirs", 51))
                .orElseThrow();

        assertThatThrownBy(() -> bench.engine.execute(operation(DECLINED), new Object[] {"1"}, () -> {
                    completeElsewhere(declined);
                    return "receipt";
                }))
                .isExactlyInstanceOf(Declined.class)
                .hasMessage("theirs");
    }

    // What does not come back as it went

    @Test
    void exceptionThatComesBackAsAnother_isTheFirstCallersOnlyAndIsNeverRunAgain() {
        List<ReplayedException> broken = List.of(
                declined(parts -> new Declined("another message", 51)),
                declined(parts -> new DeclinedForEver()),
                declined(parts -> {
                    throw new IllegalArgumentException("broken on purpose");
                }),
                new ReplayedException(
                        Declined.class,
                        List.of(),
                        thrown -> {
                            throw new StackOverflowError();
                        },
                        parts -> new Declined("for ever", 51)));
        for (int i = 0; i < broken.size(); i++) {
            Operation operation = operation(broken.get(i));
            Object[] order = {"order " + i};
            Declined thrown = new Declined("for ever", 51);

            assertThat(catchThrowable(() -> bench.engine.execute(operation, order, () -> {
                        throw thrown;
                    })))
                    .isSameAs(thrown);
            assertThatThrownBy(() -> bench.engine.execute(operation, order, () -> "receipt"))
                    .as("%s", i)
                    .isInstanceOf(OutcomeUnavailableException.class)
                    .hasMessageContaining("the exception that it threw does not come back as it went from "
                            + Declined.class.getName());
        }
    }

    @Test
    void exceptionLargerThanAllowed_isNotGivenToDuplicates() {
        bench.limits = new EngineLimits(EngineLimits.DEFAULT.maxWaitingThreads(), 17);
        IdempotencyEngine engine = bench.engine(bench.store);
        for (String message : List.of("1234567", "12345678")) {
            assertThatThrownBy(() -> engine.execute(operation(DECLINED), new Object[] {message}, () -> {
                        throw new Declined(message, 51);
                    }))
                    .isExactlyInstanceOf(Declined.class);
        }

        assertThatThrownBy(() -> engine.execute(operation(DECLINED), new Object[] {"1234567"}, () -> "receipt"))
                .isExactlyInstanceOf(Declined.class);
        assertThatThrownBy(() -> engine.execute(operation(DECLINED), new Object[] {"12345678"}, () -> "receipt"))
                .isInstanceOf(OutcomeUnavailableException.class)
                .hasMessageContaining("it takes 18 bytes, more than the 17 that idem.max-outcome-size allows");
    }

    @Test
    void exceptionThatIsDeclaredNoMore_isNeverRunAgain() {
        declines(new Declined("no money", 51));
        ReplayedException ofOtherParts = new ReplayedException(
                Declined.class, List.of(ResultType.of(String.class)), DECLINED.reader(), DECLINED.factory());

        for (Operation other : List.of(EngineTestBench.operation(), operation(ofOtherParts))) {
            assertThatThrownBy(() -> bench.engine.execute(other, new Object[] {"1"}, () -> "receipt"))
                    .isInstanceOf(OutcomeUnavailableException.class)
                    .hasMessageContaining("it threw an exception that 'replay' does not declare here. Check that all"
                            + " programs with the application name 'shop'");
        }
    }

    @Test
    void recordOfAnException_cutLengthenedOrWithoutMeasure_isNeverRunAgain() throws Throwable {
        byte[] whole = outcomes()
                .encodeThrown(call(DECLINED), new Declined("no money", 51))
                .orElseThrow()
                .bytes();
        for (int length = 1; length <= whole.length + 1; length++) {
            if (length != whole.length) {
                assertUnreadable(Arrays.copyOf(whole, length));
            }
        }
        for (int length : new int[] {-2, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertUnreadable(ByteBuffer.wrap(whole.clone()).putInt(5, length).array());
        }
    }

    private void assertUnreadable(byte[] record) throws Throwable {
        bench.shared.evict(EngineTestBench.address("1"), EngineTestBench.TTL);
        bench.shared.complete(new Completion(foreignClaim(), new Payload(record), Duration.ZERO));

        assertThatThrownBy(() -> bench.engine.execute(operation(DECLINED), new Object[] {"1"}, () -> "receipt"))
                .as("%s", Arrays.toString(record))
                .isInstanceOf(OutcomeUnavailableException.class);
    }

    @Test
    void exceptionWhoseConstructorIsGone_isNeverRunAgain() {
        declines(new Declined("no money", 51));
        ReplayedException ofAnotherVersion = declined(parts -> {
            throw new NoSuchMethodError("broken on purpose");
        });

        assertThatThrownBy(() -> bench.engine.execute(operation(ofAnotherVersion), new Object[] {"1"}, () -> "receipt"))
                .isInstanceOf(OutcomeUnavailableException.class)
                .hasRootCauseInstanceOf(NoSuchMethodError.class);
    }

    // Words of the tests above

    /** The first call, whose outcome this exception is. */
    private void declines(Declined thrown) {
        assertThat(catchThrowable(() -> charge(thrown))).isSameAs(thrown);
    }

    private Object charge(Throwable failure) throws Throwable {
        return bench.engine.execute(operation(DECLINED), new Object[] {"1"}, () -> {
            runs.incrementAndGet();
            throw failure;
        });
    }

    private CompletableFuture<Throwable> later(Invocation invocation) {
        return CompletableFuture.supplyAsync(
                () -> catchThrowable(() -> bench.engine.execute(operation(DECLINED), new Object[] {"1"}, invocation)),
                bench.threads);
    }

    private void completeElsewhere(Payload outcome) {
        bench.store.cut(Verb.RENEW);
        bench.timer.advance(LEASE);
        bench.shared.complete(new Completion(foreignClaim(), outcome, Duration.ZERO));
    }

    private Claim foreignClaim() {
        ClaimReply.Granted granted = (ClaimReply.Granted) bench.shared
                .claim(EngineTestBench.foreignRequest("1"))
                .toCompletableFuture()
                .join();
        return EngineTestBench.foreignRequest("1").granted(granted.grant());
    }

    private Outcomes outcomes() {
        return new Outcomes(bench.codec, bench.limits.maxOutcomeSize());
    }

    private Call call(ReplayedException exception) {
        return new Call(
                operation(exception),
                new Guard(bench.policy, bench.store, Optional.empty()),
                EngineTestBench.address("1"),
                EngineTestBench.fingerprint("1"));
    }

    private static Operation operation(ReplayedException exception) {
        return EngineTestBench.operation().withReplay(List.of(exception));
    }

    private static ReplayedException declined(Function<@Nullable Object[], Throwable> factory) {
        return new ReplayedException(
                Declined.class,
                List.of(ResultType.of(String.class), ResultType.of(int.class)),
                thrown -> new Object[] {thrown.getMessage(), ((Declined) thrown).code},
                factory);
    }

    private static class Declined extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int code;

        Declined(@Nullable String message, int code) {
            super(message);
            this.code = code;
        }
    }

    private static final class DeclinedForEver extends Declined {

        private static final long serialVersionUID = 1;

        DeclinedForEver() {
            super("for ever", 51);
        }
    }
}
