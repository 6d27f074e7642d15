package dev.idem.observe;

import dev.idem.engine.CallOutcome;
import dev.idem.engine.OperationObserver;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/** Counts the calls of one operation. Each number only grows. Thread-safe. */
public final class OperationStatistics implements OperationObserver {

    private final Map<CallOutcome, LongAdder> answered = new EnumMap<>(CallOutcome.class);
    private final LongAdder lostLeases = new LongAdder();
    private final LongAdder duplicateRuns = new LongAdder();
    private final Map<String, DoubleAdder> spent = new ConcurrentHashMap<>();
    private final Map<String, DoubleAdder> saved = new ConcurrentHashMap<>();

    OperationStatistics() {
        for (CallOutcome outcome : CallOutcome.values()) {
            answered.put(outcome, new LongAdder());
        }
    }

    /** Amounts of this unit may come. */
    void expect(String unit) {
        adder(spent, unit);
        adder(saved, unit);
    }

    @Override
    public void answered(CallOutcome outcome) {
        adder(outcome).increment();
    }

    @Override
    public void lostLease() {
        lostLeases.increment();
    }

    @Override
    public void ranTwice() {
        duplicateRuns.increment();
    }

    @Override
    public void spent(String unit, double amount) {
        adder(spent, unit).add(amount);
    }

    @Override
    public void saved(String unit, double amount) {
        adder(saved, unit).add(amount);
    }

    private static DoubleAdder adder(Map<String, DoubleAdder> amounts, String unit) {
        return amounts.computeIfAbsent(unit, same -> new DoubleAdder());
    }

    /** The map is not changed any more, so that it can be read by all. */
    private LongAdder adder(CallOutcome outcome) {
        return Objects.requireNonNull(answered.get(outcome));
    }

    /** How many calls became this. */
    public long count(CallOutcome outcome) {
        return adder(outcome).sum();
    }

    /** How many calls were answered without a run of their own. */
    public long hits() {
        return sum(CallOutcome::isReplay);
    }

    /** How many calls ran, guarded. */
    public long misses() {
        return sum(CallOutcome::isRun);
    }

    /** How many calls came while or after the same call had been made: the hits, and those that waited in vain. */
    public long duplicates() {
        return hits() + count(CallOutcome.IN_PROGRESS);
    }

    /** How many calls were first ones or duplicates; what was refused for other reasons or went straight through is neither. */
    public long calls() {
        return misses() + duplicates();
    }

    /** The part of the answered calls that had no run of their own, from 0 to 1; 0 if there were none. */
    public double hitRate() {
        return rate(hits(), hits() + misses());
    }

    /** The part of {@link #calls} that were duplicates, from 0 to 1; 0 if there were none. */
    public double duplicateRate() {
        return rate(duplicates(), calls());
    }

    /** How many running calls lost their claim. */
    public long lostLeases() {
        return lostLeases.sum();
    }

    /** How many calls ran though another run of them had been recorded. */
    public long duplicateRuns() {
        return duplicateRuns.sum();
    }

    /** The units that are counted. */
    public SortedSet<String> units() {
        return new TreeSet<>(spent.keySet());
    }

    /** What runs used, by unit. */
    public SortedMap<String, Double> spent() {
        return sums(spent);
    }

    /** What replays saved, by unit. */
    public SortedMap<String, Double> saved() {
        return sums(saved);
    }

    static double rate(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private long sum(Predicate<CallOutcome> some) {
        return Arrays.stream(CallOutcome.values())
                .filter(some)
                .mapToLong(this::count)
                .sum();
    }

    private static SortedMap<String, Double> sums(Map<String, DoubleAdder> amounts) {
        SortedMap<String, Double> sums = new TreeMap<>();
        amounts.forEach((unit, amount) -> sums.put(unit, amount.sum()));
        return sums;
    }
}
