package dev.idem;

import org.slf4j.Logger;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Everything that this library warns of or reports in logs, by names that stay the same: structured logs carry them under
 * the key {@code event}, so that alerts need not read messages. No event carries what a call is about or was answered with.
 */
public enum LogEvent {
    LEASE_LOST("idem.lease.lost", "A running call lost its claim, so it may run a second time."),
    LEASE_UNRENEWED("idem.lease.unrenewed", "The store did not answer a renewal; it is tried again."),
    RUN_DUPLICATE("idem.run.duplicate", "A call ran though another run of it had been recorded first."),
    RUN_LONG("idem.run.long", "A call has been running for ten leases."),
    RUN_UNKNOWN("idem.run.unknown", "Nobody can say whether a call had its effect; its claim ends with its lease."),
    OUTCOME_KEPT("idem.outcome.kept", "The store did not take an outcome; it is kept here and sent again."),
    OUTCOME_LOST("idem.outcome.lost", "An outcome was never recorded: the store did not come back in time."),
    OUTCOME_REFUSED(
            "idem.outcome.refused", "The store refused an outcome, since its record was evicted, reused or over."),
    OUTCOME_UNAVAILABLE(
            "idem.outcome.unavailable", "An outcome is too large or cannot be encoded; duplicates are refused."),
    OUTBOX_FULL("idem.outbox.full", "Too many commands wait for the store to come back; one was dropped."),
    RECORD_IF_UNREADABLE("idem.record-if.unreadable", "recordIf failed to read a result, so it is recorded."),
    SAVINGS_UNREADABLE("idem.savings.unreadable", "A savings path failed to read a result; the amount is not counted."),
    RETRY_UNDECIDED("idem.retry.undecided", "Whether a failed attempt is repeated could not be decided, so it is not."),
    WAKE_UPS_UNAVAILABLE(
            "idem.wake-ups.unavailable", "This process cannot subscribe to wake-ups; waiting takes longer."),
    STORE_LOCAL("idem.store.local", "No Redis was found: duplicates on other nodes are not seen."),
    STORE_SILENT("idem.store.silent", "A store did not answer at start; calls are refused until it does."),
    STORE_FORGETFUL("idem.store.forgetful", "A store may drop records before their time."),
    STORE_UNCLOSED("idem.store.unclosed", "A store could not be closed."),
    SETTING_UNKNOWN("idem.setting.unknown", "An operation is configured that no bean has."),
    HTTP_PROBLEM("idem.http.problem", "A request was answered with a problem that is not its client's fault."),
    HTTP_UNWRITTEN("idem.http.unwritten", "A problem could not be written to the client."),
    OBSERVER_FAILED("idem.observer.failed", "An observer threw; its figures are wrong from then on."),
    DUPLICATES_MANY("idem.duplicates.many", "Many calls of an operation are repeats: its clients retry too hard."),
    DUPLICATES_NONE(
            "idem.duplicates.none", "No call of an operation ever repeats: its keys may be made anew each time."),
    DEFECT("idem.defect", "Something failed in here that never should. Please report it.");

    private static final String KEY = "event";

    private final String text;
    private final String meaning;

    LogEvent(String text, String meaning) {
        this.text = text;
        this.meaning = meaning;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /** What has happened, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** A warning of it. */
    public LoggingEventBuilder warn(Logger log) {
        return log.atWarn().addKeyValue(KEY, text);
    }

    /** A report of it. */
    public LoggingEventBuilder info(Logger log) {
        return log.atInfo().addKeyValue(KEY, text);
    }

    /** An error of ours. */
    public LoggingEventBuilder error(Logger log) {
        return log.atError().addKeyValue(KEY, text);
    }
}
