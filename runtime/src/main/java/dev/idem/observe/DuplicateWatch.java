package dev.idem.observe;

import dev.idem.LogEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then at how many calls of an operation are duplicates. Many of them: its clients retry too hard. None in a
 * long run of calls: its keys may be made anew at each attempt, so that it is not guarded at all. Each is said at most once
 * in a window, for each operation. Thread-safe.
 */
public final class DuplicateWatch {

    /** In which a rate is measured, and nothing is said twice. */
    public static final Duration WINDOW = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(DuplicateWatch.class);
    private static final long CALLS_THAT_TELL = 100;
    private static final long A_LONG_RUN = 1_000;

    private final CallStatistics statistics;
    private final double limit;
    private final LongSupplier nanoTime;
    private final Map<String, Window> windows = new HashMap<>();

    /**
     * A watch that has seen nothing yet.
     *
     * @param limit the part of an operation's calls that may be duplicates; 1 or more: no warning
     * @param nanoTime the time, as {@link System#nanoTime} tells it
     */
    public DuplicateWatch(CallStatistics statistics, double limit, LongSupplier nanoTime) {
        this.statistics = statistics;
        this.limit = limit;
        this.nanoTime = nanoTime;
    }

    /** Says what there is to say. To be called several times in a window. */
    public synchronized void look() {
        long now = nanoTime.getAsLong();
        statistics.operations().forEach((operation, counts) -> {
            Window window = windows.computeIfAbsent(operation, same -> new Window(now, 0, 0));
            window.look(operation, counts);
            if (now - window.begun >= WINDOW.toNanos()) {
                windows.put(operation, new Window(now, counts.calls(), counts.duplicates()));
            }
        });
    }

    /** One operation's window, and what was counted before it. */
    private final class Window {

        private final long begun;
        private final long callsBefore;
        private final long duplicatesBefore;
        private boolean warned;
        private boolean hinted;

        Window(long begun, long callsBefore, long duplicatesBefore) {
            this.begun = begun;
            this.callsBefore = callsBefore;
            this.duplicatesBefore = duplicatesBefore;
        }

        void look(String operation, OperationStatistics counts) {
            long calls = counts.calls() - callsBefore;
            double rate = OperationStatistics.rate(counts.duplicates() - duplicatesBefore, calls);
            if (!warned && calls >= CALLS_THAT_TELL && rate > limit) {
                warned = true;
                LogEvent.DUPLICATES_MANY
                        .warn(log)
                        .log(
                                "{}% of the last {} calls of '{}' were duplicates, more than"
                                        + " idem.alert.duplicate-rate = {} allows. Its clients repeat calls too often, or too"
                                        + " soon: look at their time-outs and retries, or raise the limit.",
                                Math.round(100 * rate), calls, operation, limit);
            }
            if (!hinted && counts.calls() >= A_LONG_RUN && counts.duplicates() == 0) {
                hinted = true;
                LogEvent.DUPLICATES_NONE
                        .info(log)
                        .log(
                                "None of {} calls of '{}' was a duplicate. If its callers do retry, their keys are made anew"
                                        + " at each attempt: look for times, random values or counters among its arguments.",
                                counts.calls(),
                                operation);
            }
        }
    }
}
