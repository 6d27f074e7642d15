package dev.idem;

/**
 * How long outcomes are usually kept, to be named by {@link IdempotentCall#ttl}. Keep an outcome for as long as somebody
 * may still send the same call again, and no longer: until its TTL is over the call cannot be made a second time.
 */
public final class Ttl {

    /** One minute, for what only its own caller repeats: the retries of one request are over by then. */
    public static final String RETRY_ONLY = "60s";

    /** Five minutes, for an answer in a conversation: asked again later, the same question wants a new answer. */
    public static final String CHAT = "5m";

    /** Four hours, for a short call to another service: longer than its outages and the backlog that they leave. */
    public static final String SHORT_CALL = "4h";

    /** A day, for a job: a schedule that runs daily is made good within one, and the next day's run is a new one. */
    public static final String JOB = "24h";

    /** Two days, for an incoming webhook: senders deliver again for a day or two until they are answered. */
    public static final String WEBHOOK = "48h";

    /** Three days, for the processing of a document: what stops on a Friday is sent again on a Monday. */
    public static final String DOCUMENT = "72h";

    /** Seven days, for a payment: whoever finds it in doubt, a person included, asks again within a week. */
    public static final String PAYMENT = "7d";

    private Ttl() {}
}
