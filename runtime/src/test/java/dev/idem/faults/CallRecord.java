package dev.idem.faults;

import java.util.Optional;

/**
 * What became of one call. Times are those of the machine's monotonic clock.
 *
 * @param id the caller's name, a dash, and a number
 * @param settling whether it was made after all faults, to see what is left
 * @param run the run of the method by this call, if there was one
 * @param end empty if the call never came back
 */
record CallRecord(
        String id, String address, String content, boolean settling, long start, Optional<Run> run, Optional<End> end) {

    /** A run; without an end it never came to one. */
    record Run(long begin, Optional<RunEnd> end) {

        boolean returned() {
            return end.isPresent() && end.get().returned();
        }

        boolean threwBefore(long time) {
            return end.isPresent() && !end.get().returned() && end.get().time() <= time;
        }
    }

    /** The end of a run. */
    record RunEnd(long time, boolean returned) {}

    /**
     * What the caller got.
     *
     * @param text the answer, or the name of the failure
     */
    record End(long time, boolean answered, String text) {}

    String caller() {
        return id.substring(0, id.indexOf('-'));
    }

    boolean isAnswered() {
        return end.isPresent() && end.get().answered();
    }

    boolean failedWith(String name) {
        return end.isPresent() && !end.get().answered() && end.get().text().equals(name);
    }

    /** The answer or the failure; empty if there is none. */
    String outcome() {
        return end.map(End::text).orElse("");
    }

    /** When it came back; if it did not, after everything else. */
    long endTime() {
        return end.map(End::time).orElse(Long.MAX_VALUE);
    }

    /** What a run of this call returns. */
    String ownResult() {
        return address + '/' + content + '#' + id;
    }
}
