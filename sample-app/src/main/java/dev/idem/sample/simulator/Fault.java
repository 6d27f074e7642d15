package dev.idem.sample.simulator;

/** How one call goes wrong. */
public enum Fault implements Step {
    RATE_LIMITED(429, "rate_limit_error"),
    SERVER_ERROR(500, "api_error"),
    OVERLOADED(529, "overloaded_error"),
    /** The work is done and billed, then the connection is cut before the reply. */
    CUT_AFTER_WORK(0, "");

    private final int status;
    private final String type;

    Fault(int status, String type) {
        this.status = status;
        this.type = type;
    }

    int status() {
        return status;
    }

    /** The vendor's name of the error. */
    String type() {
        return type;
    }
}
