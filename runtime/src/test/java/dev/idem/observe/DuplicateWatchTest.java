package dev.idem.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.codec.ResultType;
import dev.idem.engine.CallOutcome;
import dev.idem.engine.Operation;
import dev.idem.engine.PolicyOverrides;
import dev.idem.testing.CapturedLogs;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the watch says of how operations are called, and when. */
final class DuplicateWatchTest {

    private static final String MANY = "were duplicates";
    private static final String NONE = "was a duplicate";

    private final CapturedLogs logs = new CapturedLogs();
    private final AtomicLong now = new AtomicLong();
    private final CallStatistics statistics = new CallStatistics();
    private final OperationStatistics pay = statistics.observe(operation("pay"));
    private final DuplicateWatch watch = new DuplicateWatch(statistics, 0.1, now::get);

    @AfterEach
    void close() {
        logs.close();
    }

    private static Operation operation(String name) {
        return new Operation(
                name, name, List.of(), ResultType.of(String.class), PolicyOverrides.NONE, (arguments, out) -> {});
    }

    private static void count(OperationStatistics operation, CallOutcome outcome, int times) {
        IntStream.range(0, times).forEach(i -> operation.answered(outcome));
    }

    private List<String> said(String text) {
        return logs.lines().stream().filter(line -> line.contains(text)).toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLAYED_LOCAL", "REPLAYED_REMOTE", "JOINED", "WAITED", "IN_PROGRESS"})
    void duplicatesAboveTheLimit_areWarnedOfOnceInAWindow(CallOutcome duplicate) {
        watch.look();
        count(pay, CallOutcome.RUN, 88);
        count(pay, duplicate, 12);
        watch.look();
        watch.look();

        assertThat(said(MANY))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("12% of the last 100 calls of 'pay'", "idem.alert.duplicate-rate = 0.1"));

        now.addAndGet(DuplicateWatch.WINDOW.toNanos());
        watch.look();
        count(pay, CallOutcome.RUN, 50);
        count(pay, duplicate, 50);
        watch.look();
        assertThat(said(MANY)).hasSize(2);
        assertThat(said(MANY).get(1)).contains("50% of the last 100 calls");
    }

    @Test
    void duplicatesOfAnEarlierWindow_areForgotten() {
        watch.look();
        count(pay, CallOutcome.JOINED, 99);
        now.addAndGet(DuplicateWatch.WINDOW.toNanos());
        watch.look();
        count(pay, CallOutcome.RUN, 200);
        watch.look();

        assertThat(said(MANY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFLICT", "REJECTED", "BYPASSED", "FAILED", "LOCAL_ONLY"})
    void otherOutcomes_areNoDuplicates(CallOutcome outcome) {
        count(pay, CallOutcome.RUN, 50);
        count(pay, outcome, 500);
        watch.look();

        assertThat(said(MANY)).isEmpty();
    }

    @Test
    void rateAtTheLimit_isNotWarnedOf() {
        count(pay, CallOutcome.RUN, 90);
        count(pay, CallOutcome.JOINED, 10);
        watch.look();

        assertThat(said(MANY)).isEmpty();
    }

    @Test
    void fewCalls_tellNothing() {
        count(pay, CallOutcome.JOINED, 99);
        watch.look();

        assertThat(said(MANY)).isEmpty();
    }

    @Test
    void limitOfOne_switchesTheWarningOff() {
        count(pay, CallOutcome.JOINED, 1_000);
        new DuplicateWatch(statistics, 1, now::get).look();

        assertThat(said(MANY)).isEmpty();
    }

    @Test
    void longRunWithoutADuplicate_isHintedAtOnceInAWindow() {
        count(pay, CallOutcome.RUN, 999);
        watch.look();
        assertThat(said(NONE)).isEmpty();

        count(pay, CallOutcome.FAILED, 1);
        watch.look();
        watch.look();
        assertThat(said(NONE))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("None of 1000 calls of 'pay'"));

        now.addAndGet(DuplicateWatch.WINDOW.plus(Duration.ofMinutes(1)).toNanos());
        watch.look();
        watch.look();
        assertThat(said(NONE)).hasSize(2);
    }

    @Test
    void longRunWithOneDuplicate_isFine() {
        count(pay, CallOutcome.RUN, 5_000);
        count(pay, CallOutcome.REPLAYED_LOCAL, 1);
        watch.look();

        assertThat(said(NONE)).isEmpty();
    }

    @Test
    void operations_areWatchedEachForItself() {
        OperationStatistics other = statistics.observe(operation("other"));
        count(pay, CallOutcome.RUN, 1_000);
        count(other, CallOutcome.JOINED, 200);
        watch.look();

        assertThat(said(MANY))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("'other'"));
        assertThat(said(NONE))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("'pay'"));
    }
}
