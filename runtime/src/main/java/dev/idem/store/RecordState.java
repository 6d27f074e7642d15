package dev.idem.store;

/** The states of a record, as an operator sees them. */
public enum RecordState {
    /** There is none: the next call runs. */
    ABSENT,
    /** A call is running. */
    IN_PROGRESS,
    /** The owner has not been heard of for a whole lease: the next call takes over. */
    LAPSED,
    /** The same, but the owner had begun, and the operation lets nobody run it again. */
    UNKNOWN,
    /** There is an outcome. */
    COMPLETED
}
