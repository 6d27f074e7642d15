package dev.idem.faults;

import dev.idem.OwnerCrash;
import dev.idem.faults.CallRecord.Run;
import dev.idem.faults.Fault.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Decides from a history and a list of faults which promises were broken. */
final class Checker {

    /** How late, beyond a lease, a waiter may be on a busy machine. */
    private static final long SLACK = Terms.LEASE.multipliedBy(2).toNanos();

    private static final Set<String> FAILURES = Set.of(
            "PlannedFailure",
            "CallInProgressException",
            "StoreUnavailableException",
            "KeyConflictException",
            "OutcomeUnknownException");

    private final Terms terms;
    private final History history;
    private final Grants grants;
    private final List<Fault> injected;
    private final Map<String, CallRecord> ownersByResult;
    private final List<String> broken = new ArrayList<>();
    private final Map<String, Integer> beyondOne = new TreeMap<>();
    private final Set<CallRecord> wrong = new HashSet<>();
    private int stuck;

    private Checker(Terms terms, History history, List<Fault> injected) {
        this.terms = terms;
        this.history = history;
        this.injected = injected;
        List<Fault> all = new ArrayList<>(injected);
        all.addAll(history.gaps());
        this.grants = new Grants(terms, all);
        this.ownersByResult = history.calls().stream()
                .filter(call -> call.run().map(Run::returned).orElse(false))
                .collect(Collectors.toMap(CallRecord::ownResult, call -> call));
    }

    static Verdict check(Terms terms, History history, List<Fault> injected) {
        return new Checker(terms, history, injected).verdict();
    }

    private Verdict verdict() {
        broken.addAll(history.oddities());
        Collection<List<CallRecord>> records = history.calls().stream()
                .collect(Collectors.groupingBy(CallRecord::address))
                .values();
        records.forEach(this::checkRuns);
        records.forEach(this::checkAnswers);
        records.forEach(this::checkRefusals);
        records.forEach(this::checkSettled);
        history.calls().forEach(this::checkCall);
        int runs = (int)
                history.calls().stream().filter(call -> call.run().isPresent()).count();
        return new Verdict(
                history.calls().size(),
                runs,
                injected.size(),
                beyondOne,
                wrong.size(),
                stuck,
                failures(),
                List.copyOf(broken));
    }

    private Map<String, Integer> failures() {
        Map<String, Integer> failures = new TreeMap<>();
        history.calls().stream()
                .filter(call -> call.end().isPresent() && !call.isAnswered())
                .forEach(call -> failures.merge(call.outcome(), 1, Integer::sum));
        return failures;
    }

    /** G1, G6: nobody runs what another one runs, or ran, unless that one failed or was lost. */
    private void checkRuns(List<CallRecord> calls) {
        List<CallRecord> runs = calls.stream()
                .filter(call -> call.run().isPresent())
                .sorted(Comparator.comparingLong(
                        call -> call.run().orElseThrow().begin()))
                .toList();
        for (int i = 1; i < runs.size(); i++) {
            checkRun(runs.get(i), runs.subList(0, i));
        }
    }

    private void checkRun(CallRecord later, List<CallRecord> before) {
        long begin = later.run().orElseThrow().begin();
        Optional<Kind> cause = Optional.empty();
        for (CallRecord earlier : before) {
            if (!earlier.run().orElseThrow().threwBefore(begin)) {
                cause = grants.rerun(earlier, later);
                if (cause.isEmpty()) {
                    broken.add("G1: ran although nothing had happened to the run before it: " + later + " after "
                            + earlier);
                    return;
                }
            }
        }
        cause.ifPresent(kind -> beyondOne.merge(kind.cause(), 1, Integer::sum));
    }

    /** G2, G5: all answers are the result of one run of this very call. */
    private void checkAnswers(List<CallRecord> calls) {
        List<CallRecord> answered =
                calls.stream().filter(CallRecord::isAnswered).toList();
        Map<String, List<CallRecord>> byResult = answered.stream().collect(Collectors.groupingBy(CallRecord::outcome));
        for (CallRecord call : answered) {
            CallRecord owner = ownersByResult.get(call.outcome());
            if (owner == null || !call.outcome().startsWith(call.address() + '/' + call.content() + '#')) {
                wrong(call, "G5: not an answer to this call");
            } else if (owner.run().orElseThrow().begin() > call.endTime()) {
                wrong(call, "G5: an answer from the future");
            }
        }
        List<CallRecord> owners = byResult.keySet().stream()
                .filter(ownersByResult::containsKey)
                .map(ownersByResult::get)
                .sorted(Comparator.comparingLong(
                        call -> call.run().orElseThrow().begin()))
                .toList();
        checkOneAnswer(owners, byResult);
    }

    private void checkOneAnswer(List<CallRecord> owners, Map<String, List<CallRecord>> byResult) {
        for (int i = 1; i < owners.size(); i++) {
            for (CallRecord earlier : owners.subList(0, i)) {
                CallRecord later = owners.get(i);
                if (!grants.forgotten(earlier, later)
                        && !areKept(byResult.get(earlier.ownResult()), earlier)
                        && !areKept(byResult.get(later.ownResult()), later)) {
                    byResult.get(later.ownResult())
                            .forEach(call -> wrong(call, "G2: another answer than " + earlier.ownResult()));
                }
            }
        }
    }

    private boolean areKept(List<CallRecord> answered, CallRecord owner) {
        return answered.stream().allMatch(call -> grants.keptOwnResult(call, owner));
    }

    private void wrong(CallRecord call, String why) {
        wrong.add(call);
        broken.add(why + ": " + call);
    }

    /** Conflicts and unknown outcomes have their reason in this record. */
    private void checkRefusals(List<CallRecord> calls) {
        for (CallRecord call : calls) {
            if (call.failedWith("KeyConflictException")
                    && calls.stream()
                            .noneMatch(other ->
                                    !other.content().equals(call.content()) && other.start() <= call.endTime())) {
                broken.add("G5: in conflict with nothing: " + call);
            }
            if (call.failedWith("OutcomeUnknownException")
                    && (terms.onOwnerCrash() == OwnerCrash.RERUN
                            || calls.stream()
                                    .noneMatch(owner -> owner.start() <= call.endTime()
                                            && grants.ownerLost(owner, call.endTime())))) {
                broken.add("G4: unknown although no owner was lost: " + call);
            }
        }
    }

    /** G4: after all faults every key has an answer, for everybody who asks. */
    private void checkSettled(List<CallRecord> calls) {
        Map<String, CallRecord> last = new HashMap<>();
        calls.stream()
                .filter(CallRecord::settling)
                .sorted(Comparator.comparingLong(CallRecord::start))
                .forEach(call -> last.put(call.caller(), call));
        boolean ownerKilled = calls.stream()
                .anyMatch(call -> grants.wasKilled(call.caller()) && call.end().isEmpty());
        for (CallRecord call : last.values()) {
            boolean unknown = call.failedWith("OutcomeUnknownException") && ownerKilled;
            if (!call.isAnswered() && !call.failedWith("KeyConflictException") && !unknown) {
                stuck++;
                broken.add("G4: no answer after all faults: " + call);
            }
        }
        if (last.isEmpty() && !calls.stream().allMatch(call -> grants.wasKilled(call.caller()))) {
            broken.add("Nobody asked for this key after all faults: "
                    + calls.get(0).address());
        }
    }

    private void checkCall(CallRecord call) {
        if (call.end().isEmpty()) {
            if (!grants.wasKilled(call.caller())) {
                broken.add("G4: never came back: " + call);
            }
            return;
        }
        boolean ran = call.run().isPresent();
        boolean returned = call.run().map(Run::returned).orElse(false);
        if (!call.isAnswered() && !FAILURES.contains(call.outcome())) {
            broken.add("Unexpected: " + call);
        } else if (returned && !call.isAnswered()) {
            broken.add("G7: work was thrown away: " + call);
        } else if (call.failedWith("PlannedFailure") != (ran && !returned)) {
            broken.add("G3: refused after it had run, or failed without having run: " + call);
        } else if (call.isAnswered() && !ran) {
            checkWait(call);
        }
    }

    /** G8: a waiter has its answer when the owner has, or a lease later if the message was lost. */
    private void checkWait(CallRecord call) {
        CallRecord owner = ownersByResult.get(call.outcome());
        if (owner == null) {
            return;
        }
        long known = owner.end().map(CallRecord.End::time).orElse(call.start());
        long undisturbed = grants.disturbedUntil(call.caller(), call.start(), call.endTime());
        long latest = Math.max(Math.max(call.start(), known), undisturbed) + Terms.LEASE.toNanos() + SLACK;
        if (call.endTime() > latest) {
            broken.add("G8: waited for longer than a lease after the answer was there: " + call + " for " + owner);
        }
    }
}
