package dev.idem.engine;

import dev.idem.LogEvent;
import java.util.List;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the observer of an operation what became of a call. Never fails. */
final class Tally {

    private static final Logger log = LoggerFactory.getLogger(Tally.class);

    private Tally() {}

    /** The method did not run, and the caller gets this instead of an answer. */
    static void refused(Guard guard, Throwable failure) {
        guard.observer().answered(CallOutcome.refused(failure));
    }

    /** The method has returned this. */
    static void returned(Run run, @Nullable Object result) {
        end(run, run.call().ownRun());
        spent(run.call(), result);
    }

    /** The method has thrown this. A call that needs another claim for a further attempt is not at its end. */
    static void threw(Run run, Throwable failure, boolean isOutcome) {
        if (!(failure instanceof ClaimLostException)) {
            end(run, isOutcome ? run.call().ownRun() : CallOutcome.FAILED);
        }
    }

    /** The method was stopped in its middle, since nobody stayed for its outcome. */
    static void brokeOff(Run run) {
        end(run, CallOutcome.FAILED);
    }

    private static void end(Run run, CallOutcome outcome) {
        run.call().observer().ran(run.took());
        run.call().observer().answered(outcome);
    }

    /** The call is answered without a run of its own. */
    static void replayed(Call call, CallOutcome how, @Nullable Object result) {
        call.observer().answered(how);
        if (!call.operation().savings().isEmpty()) {
            saved(call, result);
        }
    }

    /** The same for a stream: what it used, its last item tells. */
    static void streamed(Call call, CallOutcome how, List<Answer> items) throws Throwable {
        boolean tells = !call.operation().savings().isEmpty() && !items.isEmpty();
        replayed(call, how, tells ? items.get(items.size() - 1).give() : null);
    }

    /** A run of the call has this result. */
    static void spent(Call call, @Nullable Object result) {
        read(call.operation(), result, (unit, amount) -> call.observer().spent(unit, amount));
    }

    /** A call is given this result, which it did not have to run for. */
    static void saved(Call call, @Nullable Object result) {
        read(call.operation(), result, (unit, amount) -> call.observer().saved(unit, amount));
    }

    private static void read(Operation operation, @Nullable Object result, ObjDoubleConsumer<String> taker) {
        if (result == null) {
            return;
        }
        for (Saving saving : operation.savings()) {
            double amount = amount(operation, saving, result);
            if (amount > 0 && amount < Double.POSITIVE_INFINITY) {
                taker.accept(saving.unit(), amount);
            }
        }
    }

    /** Reading runs the user's code, whose messages may quote values. */
    private static double amount(Operation operation, Saving saving, Object result) {
        try {
            Number amount = saving.amount().apply(result);
            return amount == null ? 0 : amount.doubleValue();
        } catch (RuntimeException | Error e) {
            LogEvent.SAVINGS_UNREADABLE
                    .warn(log)
                    .setCause(Outcomes.withoutValues(e))
                    .log("'{}' could not be read from a result of {}, and is not counted.", saving.unit(), operation);
            return 0;
        }
    }
}
