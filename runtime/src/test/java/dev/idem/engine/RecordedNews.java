package dev.idem.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An observer that keeps all that it is told, in order. */
final class RecordedNews implements OperationObserver {

    final List<CallOutcome> outcomes = new CopyOnWriteArrayList<>();
    final List<Duration> runs = new CopyOnWriteArrayList<>();
    final List<Duration> waits = new CopyOnWriteArrayList<>();
    final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void answered(CallOutcome outcome) {
        outcomes.add(outcome);
    }

    @Override
    public void ran(Duration time) {
        runs.add(time);
    }

    @Override
    public void waited(Duration time) {
        waits.add(time);
    }

    @Override
    public void lostLease() {
        events.add("lost lease");
    }

    @Override
    public void ranTwice() {
        events.add("ran twice");
    }

    @Override
    public void spent(String unit, double amount) {
        events.add("spent " + amount + ' ' + unit);
    }

    @Override
    public void saved(String unit, double amount) {
        events.add("saved " + amount + ' ' + unit);
    }
}
