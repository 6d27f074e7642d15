package dev.idem.sample.simulator;

/** What the plan says about one call. */
sealed interface Step permits Fault, HeldReply, HeldStream, Step.Answer {

    /** The call is answered as it should be. */
    record Answer() implements Step {}
}
