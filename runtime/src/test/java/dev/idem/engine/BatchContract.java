package dev.idem.engine;

import static dev.idem.engine.Prompts.mapOf;
import static dev.idem.engine.Prompts.marked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.CallInProgressException;
import dev.idem.IdempotencyKeyException;
import dev.idem.KeyConflictException;
import dev.idem.OutcomeUnavailableException;
import dev.idem.PartialResultException;
import dev.idem.ReentrantCallException;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.IdempotencyStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a call that is guarded item by item does, over any store, with two processes that share it. */
@Timeout(60)
abstract class BatchContract {

    private static final CallPolicy POLICY = CallPolicy.DEFAULT.with(PolicyOverrides.NONE
            .withTtl(Duration.ofHours(1))
            .withLockWait(Duration.ofSeconds(30))
            .withLease(Duration.ofSeconds(30)));

    private final String model = "model " + UUID.randomUUID();
    private Prompts here;
    private Prompts there;

    /** The store of one process. */
    protected abstract IdempotencyStore store();

    /** The same records, in another process. */
    protected abstract IdempotencyStore otherProcess();

    /** The method in the shape that is tested. */
    protected Prompts prompts(Prompts method) {
        return method;
    }

    @BeforeEach
    final void startEngines() {
        here = prompts(Prompts.over(store(), POLICY));
        there = prompts(Prompts.over(otherProcess(), POLICY));
    }

    @AfterEach
    final void stopEngines() {
        here.close();
        there.close();
    }

    // Which items are run

    @Test
    final void firstCall_runsAllItemsTogether() throws Throwable {
        assertThat(here.call(model, List.of("c", "a", "b"), marked("1"))).isEqualTo(List.of("c1", "a1", "b1"));
        assertThat(here.runs()).containsExactly(List.of("c", "a", "b"));
    }

    @Test
    final void missingItems_areRunInOrderAndAnsweredInTheCallersOrder() throws Throwable {
        here.call(model, List.of("b", "d"), marked("1"));

        for (Prompts caller : List.of(here, there)) {
            assertThat(caller.call(model, List.of("e", "d", "c", "b", "a"), marked("2")))
                    .isEqualTo(List.of("e2", "d1", "c2", "b1", "a2"));
        }
        assertThat(here.runs()).containsExactly(List.of("b", "d"), List.of("e", "c", "a"));
        assertThat(there.runs()).isEmpty();
    }

    @Test
    final void itemsOfOtherArguments_areOthers() throws Throwable {
        here.call(model, List.of("a"), marked("1"));

        assertThat(here.call(model + " other", List.of("a"), marked("2"))).isEqualTo(List.of("a2"));
    }

    @Test
    final void duplicatesInOneList_areRunOnce() throws Throwable {
        assertThat(here.call(model, List.of("a", "b", "a", "a"), marked("1")))
                .isEqualTo(List.of("a1", "b1", "a1", "a1"));
        assertThat(here.runs()).containsExactly(List.of("a", "b"));
    }

    @Test
    final void noItems_callNothing() throws Throwable {
        assertThat(here.call(model, List.of(), marked("1"))).isEqualTo(List.of());
        assertThat(here.keyed().call(model, List.of(), marked("1"))).isEqualTo(Map.of());
        assertThat(here.runs()).isEmpty();
    }

    @Test
    final void noList_isRefused() {
        assertThatExceptionOfType(IdempotencyKeyException.class)
                .isThrownBy(() -> here.callWithoutList(model))
                .withMessageContaining("its list of items is null");
    }

    @Test
    final void nullAsItemAndAsResult_areAsGoodAsOthers() throws Throwable {
        for (Prompts caller : List.of(here, there)) {
            assertThat(caller.call(model, Arrays.asList("a", null), prompts -> Arrays.asList(null, "of null")))
                    .isEqualTo(Arrays.asList(null, "of null"));
        }
        assertThat(here.runs()).containsExactly(Arrays.asList("a", null));
        assertThat(there.runs()).isEmpty();
    }

    @Test
    final void bypassedCall_isRunAsItIs() throws Throwable {
        for (int i = 0; i < 2; i++) {
            assertThat(here.call("straight", List.of("a", "a"), marked("1"))).isEqualTo(List.of("a1", "a1"));
        }
        assertThat(here.runs()).containsExactly(List.of("a", "a"), List.of("a", "a"));
    }

    @Test
    final void listThatTheMethodChanges_isItsOwn() throws Throwable {
        List<String> prompts = new ArrayList<>(List.of("a", "b"));

        Object answer = here.call(model, prompts, missing -> {
            prompts.clear();
            List<String> results = new ArrayList<>(missing);
            missing.clear();
            return results;
        });

        assertThat(answer).isEqualTo(List.of("a", "b"));
    }

    @Test
    final void thousandItemsOfWhich900AreKnown_runTheRest() throws Throwable {
        List<String> all = IntStream.range(0, 1_000).mapToObj(i -> "item " + i).toList();
        List<String> missing = all.stream().filter(item -> item.endsWith("7")).toList();
        List<String> known = all.stream().filter(item -> !item.endsWith("7")).toList();
        there.call(model, known, marked(" known"));

        assertThat(here.call(model, all, marked(" new")))
                .isEqualTo(all.stream()
                        .map(item -> item + (item.endsWith("7") ? " new" : " known"))
                        .toList());
        assertThat(here.runs()).containsExactly(missing);
    }

    // What is recorded

    @Test
    final void mapThatLeavesItemsOut_releasesThem() throws Throwable {
        here.keyed();
        there.keyed();
        assertThat(here.call(model, List.of("b", "a", "b"), prompts -> mapOf("b", "b1")))
                .isEqualTo(Map.of("b", "b1"));

        assertThat(there.call(model, List.of("a", "b"), prompts -> mapOf("a", null)))
                .isEqualTo(mapOf("a", null, "b", "b1"));
        assertThat(there.runs()).containsExactly(List.of("a"));
        assertThat(new ArrayList<>(((Map<?, ?>) here.call(model, List.of("b", "a"), prompts -> mapOf())).keySet()))
                .as("in the caller's order")
                .isEqualTo(List.of("b", "a"));
    }

    @Test
    final void mapWithKeysThatAreNoItems_recordsNothingAndSaysSo() throws Throwable {
        here.keyed();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> here.call(model, List.of("a", "b"), prompts -> mapOf("a", "a1", "B", "b1")))
                .withMessageContaining("complete is guarded item by item")
                .withMessageContaining("1 results by keys that are none of its items");

        assertThat(here.call(model, List.of("a"), prompts -> mapOf("a", "a2"))).isEqualTo(Map.of("a", "a2"));
    }

    @Test
    final void listOfAnotherLength_recordsNothingAndSaysSo() throws Throwable {
        for (List<String> results : Arrays.asList(List.<String>of(), List.of("a"), List.of("a", "b", "c"), null)) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> here.call(model, List.of("a", "b"), prompts -> results))
                    .withMessageContaining(
                            results == null
                                    ? "its method returned null instead of a List"
                                    : "its method returned " + results.size() + " results for 2 items")
                    .withMessageContaining("Nothing of this run is recorded");
        }

        assertThat(there.call(model, List.of("a", "b"), marked("2"))).isEqualTo(List.of("a2", "b2"));
    }

    @Test
    final void whatTheMethodThrows_passesUnchangedAndReleasesAll() throws Throwable {
        IOException failure = new IOException("no line");
        assertThatThrownBy(() -> here.call(model, List.of("a", "b"), prompts -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(there.call(model, List.of("a", "b"), marked("2"))).isEqualTo(List.of("a2", "b2"));
    }

    @Test
    final void partialResult_isRecordedAndReachesTheCallerWithAllThatIsKnown() throws Throwable {
        here.call(model, List.of("k"), marked("0"));
        IOException cause = new IOException("no line");

        assertThatExceptionOfType(PartialResultException.class)
                .isThrownBy(() -> here.call(model, List.of("a", "k", "b", "c", "b"), prompts -> {
                    throw new PartialResultException("two of three", Map.of(1, "b1", 2, "c1"), cause);
                }))
                .withMessage("two of three")
                .withCause(cause)
                .satisfies(
                        failure -> assertThat(failure.results()).isEqualTo(Map.of(1, "k0", 2, "b1", 3, "c1", 4, "b1")));

        assertThat(there.call(model, List.of("a", "b", "c"), marked("2"))).isEqualTo(List.of("a2", "b1", "c1"));
        assertThat(there.runs()).containsExactly(List.of("a"));
    }

    @Test
    final void partialResultOfTheFirstItems_isRecorded() throws Throwable {
        assertThatExceptionOfType(PartialResultException.class)
                .isThrownBy(() -> here.call(model, List.of("a", "b", "c"), prompts -> {
                    throw new PartialResultException(List.of("a1", "b1"), new IOException("no line"));
                }))
                .withMessage("only the first 2 items have results");

        assertThat(here.call(model, List.of("a", "b", "c"), marked("2"))).isEqualTo(List.of("a1", "b1", "c2"));
    }

    @Test
    final void partialResultForPlacesThatAreNone_recordsNothingAndSaysSo() throws Throwable {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> here.call(model, List.of("a", "b"), prompts -> {
                    throw new PartialResultException("", Map.of(0, "a1", 2, "b1"), null);
                }))
                .withMessageContaining("a result for position 2 of 2 items")
                .withCauseInstanceOf(PartialResultException.class);

        assertThat(there.call(model, List.of("a"), marked("2"))).isEqualTo(List.of("a2"));
    }

    @Test
    final void resultThatIsNotToBeRecorded_isReturnedOnly() throws Throwable {
        assertThat(here.call(model, List.of("a", "b"), prompts -> List.of("cut", "b1")))
                .isEqualTo(List.of("cut", "b1"));

        assertThat(there.call(model, List.of("a", "b"), marked("2"))).isEqualTo(List.of("a2", "b1"));
    }

    @Test
    final void answerThatCannotBeGivenBack_refusesTheCallBeforeMoreIsRun() throws Throwable {
        assertThat(here.call(model, List.of("a"), prompts -> List.of("unencodable")))
                .isEqualTo(List.of("unencodable"));

        assertThatExceptionOfType(OutcomeUnavailableException.class)
                .isThrownBy(() -> there.call(model, List.of("b", "a"), marked("2")));
        assertThat(there.runs()).isEmpty();
        assertThat(here.call(model, List.of("b"), marked("3"))).isEqualTo(List.of("b3"));
    }

    @Test
    final void itemInConflict_refusesTheCallBeforeAnythingIsRun() throws Throwable {
        await(otherProcess()
                .claim(new ClaimRequest(
                        address("b"), Fingerprint.of(new byte[] {1}), "foreign", POLICY.lease(), POLICY.ttl(), false)));

        assertThatExceptionOfType(KeyConflictException.class)
                .isThrownBy(() -> here.call(model, List.of("a", "b", "c"), marked("1")));
        assertThat(here.runs()).isEmpty();
        assertThat(there.call(model, List.of("a", "c"), marked("2"))).isEqualTo(List.of("a2", "c2"));
    }

    // Items in progress elsewhere

    @Test
    final void itemsInProgressElsewhere_areWaitedForWhileTheMissingOnesRun() throws Throwable {
        for (Prompts owner : List.of(there, here)) {
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            String each = model + owner.hashCode();
            CompletableFuture<Object> first = owner.callLater(each, List.of("b", "d"), prompts -> {
                running.countDown();
                go.await();
                return marked("1").complete(prompts);
            });
            running.await();
            int before = here.runs().size();

            Object answer = here.call(each, List.of("a", "b", "c", "d"), prompts -> {
                go.countDown();
                return marked("2").complete(prompts);
            });

            assertThat(answer).isEqualTo(List.of("a2", "b1", "c2", "d1"));
            assertThat(first.get()).isEqualTo(List.of("b1", "d1"));
            assertThat(here.runs().subList(before, here.runs().size())).containsExactly(List.of("a", "c"));
        }
    }

    @Test
    final void itemsThatFailedElsewhere_areRunInAFurtherCallOfTheMethod() throws Throwable {
        for (Prompts owner : List.of(there, here)) {
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            String each = model + owner.hashCode();
            CompletableFuture<Object> first = owner.callLater(each, List.of("d", "b"), prompts -> {
                running.countDown();
                go.await();
                throw new IOException("no line");
            });
            running.await();
            int before = here.runs().size();

            Object answer = here.call(each, List.of("a", "b", "c", "d"), prompts -> {
                go.countDown();
                first.exceptionally(failure -> null).get();
                return marked("2").complete(prompts);
            });

            assertThat(answer).isEqualTo(List.of("a2", "b2", "c2", "d2"));
            assertThat(here.runs().subList(before, here.runs().size()))
                    .containsExactly(List.of("a", "c"), List.of("b", "d"));
        }
    }

    @Test
    final void allItemsInProgressElsewhere_areWaitedFor() throws Throwable {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Object> first = there.callLater(model, List.of("a", "b"), prompts -> {
            running.countDown();
            go.await();
            return marked("1").complete(prompts);
        });
        running.await();
        CompletableFuture<Object> second = here.callLater(model, List.of("b", "a"), marked("2"));
        CompletableFuture<Object> third = here.callLater(model, List.of("a", "b", "c"), prompts -> {
            go.countDown();
            return marked("3").complete(prompts);
        });

        assertThat(first.get()).isEqualTo(List.of("a1", "b1"));
        assertThat(second.get()).isEqualTo(List.of("b1", "a1"));
        assertThat(third.get()).isEqualTo(List.of("a1", "b1", "c3"));
        assertThat(here.runs()).containsExactly(List.of("c"));
    }

    @Test
    final void itemsInProgressElsewhere_areLeftToOthersWhileTheMethodRuns() throws Throwable {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Object> first = there.callLater(model, List.of("b"), prompts -> {
            running.countDown();
            go.await();
            return marked("1").complete(prompts);
        });
        running.await();

        Object answer = here.call(model, List.of("a", "b"), prompts -> {
            CompletableFuture<Object> beside = here.callLater(model, List.of("b"), marked("3"));
            go.countDown();
            assertThat(beside.get()).isEqualTo(List.of("b1"));
            return marked("2").complete(prompts);
        });

        assertThat(answer).isEqualTo(List.of("a2", "b1"));
        assertThat(first.get()).isEqualTo(List.of("b1"));
    }

    @Test
    final void batchesWithTheSameItemsInOppositeOrder_neverWaitForEachOther() throws Throwable {
        ClaimRequest foreign = request("y");
        ClaimReply.Granted granted = (ClaimReply.Granted) await(otherProcess().claim(foreign));
        CountDownLatch hereRuns = new CountDownLatch(1);
        CyclicBarrier bothRun = new CyclicBarrier(2);

        CompletableFuture<Object> one = here.callLater(model, List.of("x", "y"), prompts -> {
            hereRuns.countDown();
            bothRun.await(20, TimeUnit.SECONDS);
            return marked(" here").complete(prompts);
        });
        hereRuns.await();
        await(otherProcess().release(foreign.granted(granted.grant())));
        CompletableFuture<Object> other = there.callLater(model, List.of("y", "x"), prompts -> {
            bothRun.await(20, TimeUnit.SECONDS);
            return marked(" there").complete(prompts);
        });

        assertThat(one.get()).isEqualTo(List.of("x here", "y there"));
        assertThat(other.get()).isEqualTo(List.of("y there", "x here"));
    }

    @Test
    final void waitingThatIsOver_refusesTheCallAndKeepsWhatItRan() throws Throwable {
        await(otherProcess().claim(request("b")));
        Prompts impatient = Prompts.over(store(), POLICY.with(PolicyOverrides.NONE.withLockWait(Duration.ofMillis(1))));

        assertThatExceptionOfType(CallInProgressException.class)
                .isThrownBy(() -> impatient.call(model, List.of("a", "b"), marked("1")))
                .withMessageContaining("waited for 1ms (lockWait)")
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isPositive());

        assertThat(impatient.runs()).containsExactly(List.of("a"));
        assertThat(there.call(model, List.of("a"), marked("2"))).isEqualTo(List.of("a1"));
        impatient.close();
    }

    @Test
    final void itemThatTheMethodAsksForAgain_isRefused() throws Throwable {
        AtomicReference<Throwable> inner = new AtomicReference<>();
        Object answer = here.call(model, List.of("a", "b"), prompts -> {
            try {
                here.call(model, List.of("c", "b"), marked("2"));
            } catch (Throwable refusal) {
                inner.set(refusal);
            }
            return marked("1").complete(prompts);
        });

        assertThat(answer).isEqualTo(List.of("a1", "b1"));
        assertThat(inner.get()).isInstanceOf(ReentrantCallException.class);
        assertThat(here.call(model, List.of("c"), marked("3"))).isEqualTo(List.of("c3"));
    }

    private ClaimRequest request(String prompt) {
        return new ClaimRequest(address(prompt), fingerprint(prompt), "foreign", POLICY.lease(), POLICY.ttl(), false);
    }

    private RecordAddress address(String prompt) {
        return new RecordAddress("shop", null, "complete", fingerprint(prompt).derivedKey());
    }

    private Fingerprint fingerprint(String prompt) {
        String content = "{\"model\":\"" + model + "\",\"prompts\":\"" + prompt + "\"}";
        return Fingerprint.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
