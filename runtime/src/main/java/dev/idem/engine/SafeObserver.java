package dev.idem.engine;

import dev.idem.LogEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several observers, and keeps what they throw from the call: the first failure is logged. */
final class SafeObserver implements OperationObserver {

    private static final Logger log = LoggerFactory.getLogger(SafeObserver.class);

    private final OperationObserver[] observers;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** The array is not to be changed any more. */
    SafeObserver(OperationObserver[] observers) {
        this.observers = observers;
    }

    /** Who is told of this operation; nobody, if that is not answered. */
    static OperationObserver of(CallObserver observer, Operation operation) {
        try {
            return observer.observe(operation);
        } catch (RuntimeException | Error e) {
            LogEvent.OBSERVER_FAILED
                    .warn(log)
                    .setCause(e)
                    .log(
                            "{} does not observe the calls of {}.",
                            observer.getClass().getName(),
                            operation);
            return OperationObserver.NONE;
        }
    }

    Stream<OperationObserver> stream() {
        return Arrays.stream(observers);
    }

    /** On the way of every local hit: nothing is allocated here. */
    @Override
    public void answered(CallOutcome outcome) {
        for (OperationObserver observer : observers) {
            try {
                observer.answered(outcome);
            } catch (RuntimeException | Error e) {
                note(observer, e);
            }
        }
    }

    @Override
    public void ran(Duration time) {
        tell(observer -> observer.ran(time));
    }

    @Override
    public void waited(Duration time) {
        tell(observer -> observer.waited(time));
    }

    @Override
    public void lostLease() {
        tell(OperationObserver::lostLease);
    }

    @Override
    public void ranTwice() {
        tell(OperationObserver::ranTwice);
    }

    @Override
    public void spent(String unit, double amount) {
        tell(observer -> observer.spent(unit, amount));
    }

    @Override
    public void saved(String unit, double amount) {
        tell(observer -> observer.saved(unit, amount));
    }

    private void tell(Consumer<OperationObserver> news) {
        for (OperationObserver observer : observers) {
            try {
                news.accept(observer);
            } catch (RuntimeException | Error e) {
                note(observer, e);
            }
        }
    }

    private void note(OperationObserver observer, Throwable failure) {
        if (warned.compareAndSet(false, true)) {
            LogEvent.OBSERVER_FAILED
                    .warn(log)
                    .setCause(failure)
                    .log(
                            "{} failed to take note of a call; its figures are wrong from now on.",
                            observer.getClass().getName());
        }
    }
}
