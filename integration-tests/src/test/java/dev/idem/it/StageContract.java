package dev.idem.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.idem.CallInProgressException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a guarded call does that returns a stage. */
public abstract class StageContract extends GuardedServiceContract<Stages> {

    private static final Receipt RECEIPT = new Receipt("ada", 1, List.of(new Receipt.Line("pen", -5)));
    private static final int DUPLICATES = 10_000;

    protected StageContract() {
        super(Stages.class, Stages::new);
    }

    private static Object answerOf(CompletionStage<?> stage) throws Throwable {
        try {
            return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    @ParameterizedTest
    @EnumSource
    final void duplicates_getTheFirstAnswer(StoreKind store) throws Throwable {
        CompletableFuture<Receipt> work = new CompletableFuture<>();
        try (Application application = start(store)) {
            Stages stages = serviceOf(application);
            stages.begin(run -> work);
            CompletableFuture<Receipt> first = stages.charge("ada");
            CompletableFuture<Receipt> second = stages.charge("ada");

            work.complete(RECEIPT);
            assertThat(answerOf(first)).isEqualTo(RECEIPT);
            assertThat(answerOf(second)).isEqualTo(RECEIPT);
            assertThat(answerOf(stages.charge("ada"))).isEqualTo(RECEIPT);
            assertThat(stages.runs()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    final void resultOfEveryKind_comesBackAsItWent(StoreKind store) throws Throwable {
        try (Application application = start(store)) {
            Stages stages = serviceOf(application);
            stages.begin(run -> CompletableFuture.completedFuture(null));
            for (int i = 0; i < 2; i++) {
                assertThat(answerOf(stages.ship("order"))).isNull();
                assertThat(answerOf(stages.number("none"))).isNull();
            }
            stages.begin(run -> CompletableFuture.completedFuture(7));
            assertThat(answerOf(stages.number("seven"))).isEqualTo(7);
            assertThat(answerOf(stages.number("seven"))).isEqualTo(7);
            Optional<List<Receipt>> receipts = Optional.of(List.of(RECEIPT, RECEIPT));
            stages.begin(run -> CompletableFuture.completedFuture(receipts));
            assertThat(answerOf(stages.find("ada"))).isEqualTo(receipts);
            assertThat(answerOf(stages.find("ada"))).isEqualTo(receipts);
            assertThat(stages.runs()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REDIS", "TIERED"})
    final void duplicateOnAnotherNode_isToldTheAnswer(StoreKind store) throws Throwable {
        CompletableFuture<Receipt> work = new CompletableFuture<>();
        try (Application one = start(store);
                Application other = start(store)) {
            serviceOf(one).begin(run -> work);
            CompletableFuture<Receipt> first = serviceOf(one).charge("ada");
            await().until(() -> serviceOf(one).runs() == 1);
            CompletableFuture<Receipt> second = serviceOf(other).charge("ada");

            work.complete(RECEIPT);
            assertThat(answerOf(first)).isEqualTo(RECEIPT);
            assertThat(answerOf(second)).isEqualTo(RECEIPT);
            assertThat(serviceOf(other).runs()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    final void thousandsOfDuplicates_blockNoThread(StoreKind store) throws Throwable {
        CompletableFuture<Receipt> work = new CompletableFuture<>();
        try (Application application = start(store)) {
            Stages stages = serviceOf(application);
            answerOf(stages.number("so that the store is connected"));
            stages.begin(run -> work);
            List<CompletableFuture<Receipt>> calls = IntStream.range(0, DUPLICATES)
                    .mapToObj(i -> stages.charge("ada"))
                    .toList();
            await().until(() -> stages.runs() == 2);

            assertThat(blocked()).isEmpty();
            assertThat(calls).noneMatch(CompletableFuture::isDone);
            work.complete(RECEIPT);
            for (CompletableFuture<Receipt> call : calls) {
                assertThat(answerOf(call)).isEqualTo(RECEIPT);
            }
            assertThat(stages.runs()).isEqualTo(2);
        }
    }

    /** The threads that wait inside of a call. Idle threads of pools are inside of nothing. */
    private static List<String> blocked() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> !thread.getKey().equals(Thread.currentThread()))
                .filter(thread -> Stream.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TIMED_WAITING)
                        .anyMatch(state -> state == thread.getKey().getState()))
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("dev.idem.")))
                .map(thread -> thread.getKey().getName() + Arrays.toString(thread.getValue()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    final void cancelledCall_goesOn(StoreKind store) throws Throwable {
        CompletableFuture<Receipt> work = new CompletableFuture<>();
        try (Application application = start(store)) {
            Stages stages = serviceOf(application);
            stages.begin(run -> work);
            CompletableFuture<Receipt> first = stages.charge("ada");
            await().until(() -> stages.runs() == 1);
            first.cancel(true);
            assertThat(work).isNotDone();

            CompletableFuture<Receipt> second = stages.charge("ada");
            work.complete(RECEIPT);
            assertThat(answerOf(second)).isEqualTo(RECEIPT);
            assertThat(stages.runs()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    final void failure_isNotRemembered(StoreKind store) throws Throwable {
        IllegalStateException failure = new IllegalStateException("no line");
        try (Application application = start(store)) {
            Stages stages = serviceOf(application);
            stages.begin(run -> CompletableFuture.failedFuture(failure));
            assertThatThrownBy(() -> answerOf(stages.charge("ada"))).isSameAs(failure);
            stages.begin(run -> {
                throw failure;
            });
            assertThatThrownBy(() -> answerOf(stages.charge("ada"))).isSameAs(failure);
            stages.begin(run -> null);
            assertThatThrownBy(() -> answerOf(stages.charge("ada")))
                    .hasMessageContaining("returned null instead of a stage");
            stages.begin(run -> CompletableFuture.completedFuture(RECEIPT));
            assertThat(answerOf(stages.charge("ada"))).isEqualTo(RECEIPT);
            assertThat(stages.runs()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    final void failureThatIsAnOutcome_failsDuplicatesToo(StoreKind store) {
        try (Application application = start(store)) {
            Stages stages = serviceOf(application);
            stages.begin(run -> CompletableFuture.failedFuture(new IOException("declined " + run)));
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> answerOf(stages.charge("ada")))
                        .isInstanceOf(IOException.class)
                        .hasMessage("declined 1");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    final void resultThatIsNotRecorded_runsAgain(StoreKind store) throws Throwable {
        try (Application application = start(store)) {
            Stages stages = serviceOf(application);
            stages.begin(run -> CompletableFuture.completedFuture(run == 1 ? Optional.empty() : Optional.of("found")));
            assertThat(answerOf(stages.findAtLast("ada"))).isEqualTo(Optional.empty());
            assertThat(answerOf(stages.findAtLast("ada"))).isEqualTo(Optional.of("found"));
            assertThat(answerOf(stages.findAtLast("ada"))).isEqualTo(Optional.of("found"));
            assertThat(stages.runs()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    final void duplicateThatMayNotWait_isRefused(StoreKind store) throws Throwable {
        CompletableFuture<String> work = new CompletableFuture<>();
        try (Application application = start(store)) {
            Stages stages = serviceOf(application);
            stages.begin(run -> work);
            CompletableFuture<String> first = stages.impatient("ada");
            await().until(() -> stages.runs() == 1);

            assertThatThrownBy(() -> answerOf(stages.impatient("ada"))).isInstanceOf(CallInProgressException.class);
            work.complete("answer");
            assertThat(answerOf(first)).isEqualTo("answer");
        }
    }
}
