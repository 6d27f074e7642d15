package dev.idem.faults;

import java.util.function.Predicate;

/**
 * What went wrong, for whom, and when. Times are those of the machine's monotonic clock.
 *
 * @param caller whom it befell; empty for everybody
 */
record Fault(Kind kind, String caller, long begin, long end) {

    /** What can go wrong. */
    enum Kind {
        /** The JVM of a caller was killed. */
        KILLED("its owner was killed"),
        /** The JVM of a caller stood still. */
        STOPPED("its owner was stopped"),
        /** The store gave no answer, refused to write, or was slow. */
        SILENT("the store gave its owner no answer"),
        /** The store lost whatever it knew. */
        FORGOTTEN("the server lost its data"),
        /** The store refused to record, and did the rest. */
        FULL("nothing that is granted"),
        /** The store may have lost what it has been told since the fault began. */
        FAILED_OVER("a replica was promoted"),
        /** Something went wrong that nobody may notice. */
        HARMLESS("nothing that is granted");

        private final String cause;

        Kind(String cause) {
            this.cause = cause;
        }

        /** How it explains that a call ran more than once. */
        String cause() {
            return cause;
        }
    }

    static Predicate<Fault> of(Kind kind) {
        return fault -> fault.kind == kind;
    }

    boolean befell(String name) {
        return caller.isEmpty() || caller.equals(name);
    }

    /** Whether it was going on at some time between the two. */
    boolean overlaps(long from, long to) {
        return begin <= to && end >= from;
    }

    boolean lasts(long nanos) {
        return end - begin >= nanos;
    }
}
