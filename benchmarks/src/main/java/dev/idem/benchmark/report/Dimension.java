package dev.idem.benchmark.report;

import java.util.List;
import java.util.Locale;

/** What there can be more of. */
enum Dimension {
    KEYS("live records"),
    OPERATIONS("operations"),
    DUPLICATES("waiting duplicates"),
    BYTES("bytes of the reply");

    private final String title;

    Dimension(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** As it is called in names of files. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What was measured along it; the times come first. */
    List<Series> series() {
        return switch (this) {
            case KEYS ->
                List.of(
                        new Series("hit, proxy", "IDEM_PROXY", "ns", "hit at ", " keys"),
                        new Series("hit, woven", "IDEM_WOVEN", "ns", "hit at ", " keys"),
                        new Series("hit, `@Cacheable`", "CACHEABLE", "ns", "hit at ", " keys"),
                        new Series("hit, Redis", "IDEM_REDIS", "µs", "hit at ", " keys"),
                        new Series("heap per record", "IDEM_PROXY", "B", "heap at ", " keys"),
                        new Series("heap per record, `@Cacheable`", "CACHEABLE", "B", "heap at ", " keys"),
                        new Series("Redis memory per record", "IDEM_REDIS", "B", "memory at ", " keys"));
            case OPERATIONS ->
                List.of(
                        new Series("hit", "IN_CODE", "ns", "hit at ", " operations"),
                        new Series("heap per operation and its record", "IN_CODE", "B", "heap at ", " operations"));
            case DUPLICATES ->
                List.of(
                        new Series("last answer, threads", "THREADS", "ms", "last answer with ", " duplicates"),
                        new Series(
                                "last answer, virtual threads",
                                "VIRTUAL_THREADS",
                                "ms",
                                "last answer with ",
                                " duplicates"),
                        new Series("last answer, asynchronous", "ASYNC", "ms", "last answer with ", " duplicates"),
                        new Series("heap of each, asynchronous", "ASYNC", "B", "heap with ", " duplicates"),
                        new Series(
                                "more threads, asynchronous",
                                "ASYNC",
                                "threads",
                                "platform threads with ",
                                " duplicates"),
                        new Series("runs, asynchronous", "ASYNC", "runs", "runs with ", " duplicates"));
            case BYTES ->
                List.of(
                        new Series("hit, proxy", "IDEM_PROXY", "ns", "hit at ", " bytes"),
                        new Series("hit, Redis", "IDEM_REDIS", "µs", "hit at ", " bytes"),
                        new Series("plain GET", "PLAIN_GET", "µs", "hit at ", " bytes"),
                        new Series("first call, Redis", "IDEM_REDIS", "µs", "first call at ", " bytes"));
        };
    }
}
