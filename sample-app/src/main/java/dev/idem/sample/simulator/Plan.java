package dev.idem.sample.simulator;

import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What will happen to the next calls, in the order of their arrival. Without a plan a call is answered. Thread-safe. */
final class Plan {

    private static final Step ANSWER = new Step.Answer();

    private final Queue<Step> steps = new ConcurrentLinkedQueue<>();
    private volatile Duration latency = Duration.ZERO;

    void latency(Duration value) {
        latency = value;
    }

    Duration latency() {
        return latency;
    }

    void add(Collection<? extends Step> next) {
        steps.addAll(next);
    }

    /** How many of the next calls something is planned for. */
    int size() {
        return steps.size();
    }

    Step next() {
        Step step = steps.poll();
        return step == null ? ANSWER : step;
    }
}
