package dev.idem.faults;

import dev.idem.OwnerCrash;
import dev.idem.StoreFailure;
import dev.idem.faults.Fault.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which exceptions the promises make for which fault. */
final class Grants {

    /** A claim that is renewed at thirds of its lease lapses when nothing is heard of its owner for so long. */
    private static final long LAPSES = Terms.LEASE.dividedBy(4).toNanos();

    /** For so long after a store was silent a breaker does not ask it. */
    private static final long BREAKER = Duration.ofSeconds(2).toNanos();

    /** For so long after a fault clients may need to connect again, and to send again what had no answer. */
    private static final long RECOVERY = Duration.ofSeconds(5).toNanos();

    private final Terms terms;
    private final List<Fault> faults;

    Grants(Terms terms, List<Fault> faults) {
        this.terms = terms;
        this.faults = faults;
    }

    /** Why a call may have run although another one did, or still does; empty if nothing explains it. */
    Optional<Kind> rerun(CallRecord earlier, CallRecord later) {
        Stream<Fault> causes = Stream.concat(lostRecord(earlier, later), ranAlone(earlier, later));
        if (terms.onOwnerCrash() == OwnerCrash.RERUN) {
            causes = Stream.concat(causes, lostLease(earlier, later));
        }
        return causes.map(Fault::kind).findFirst();
    }

    /** Whether this call may have kept the result of its process's own run, although another one was recorded. */
    boolean keptOwnResult(CallRecord call, CallRecord owner) {
        return call.caller().equals(owner.caller())
                && silence(owner, call.endTime()).findAny().isPresent();
    }

    /** Whether two runs may both have been answers because the record of the first was lost, or never made. */
    boolean forgotten(CallRecord earlier, CallRecord later) {
        return Stream.concat(lostRecord(earlier, later), ranAlone(earlier, later))
                .findAny()
                .isPresent();
    }

    boolean wasKilled(String caller) {
        return all(Kind.KILLED).anyMatch(fault -> fault.befell(caller));
    }

    /** Whether it may be unknown what became of this run. */
    boolean ownerLost(CallRecord owner, long time) {
        return lostLease(owner, time).findAny().isPresent();
    }

    /** Until when this caller may have felt faults that went on between the two times; the first one if there are none. */
    long disturbedUntil(String caller, long from, long until) {
        return faults.stream()
                .filter(fault -> fault.befell(caller) && fault.kind() != Kind.HARMLESS)
                .filter(fault -> fault.overlaps(from - RECOVERY, until))
                .mapToLong(fault -> fault.end() + RECOVERY)
                .max()
                .orElse(from);
    }

    private Stream<Fault> lostLease(CallRecord earlier, CallRecord later) {
        return lostLease(earlier, beginOf(later));
    }

    private Stream<Fault> lostLease(CallRecord owner, long before) {
        Stream<Fault> killed = all(Kind.KILLED)
                .filter(fault -> fault.befell(owner.caller()) && owner.end().isEmpty() && fault.begin() <= before);
        Stream<Fault> stopped = all(Kind.STOPPED)
                .filter(fault -> fault.befell(owner.caller()) && fault.lasts(LAPSES) && fault.begin() <= before)
                .filter(fault -> fault.overlaps(owner.start(), owner.endTime()));
        return Stream.of(killed, stopped, silence(owner, before)).flatMap(causes -> causes);
    }

    private Stream<Fault> silence(CallRecord owner, long before) {
        return all(Kind.SILENT)
                .filter(fault -> fault.befell(owner.caller()) && fault.lasts(LAPSES) && fault.begin() <= before)
                .filter(fault -> fault.overlaps(owner.start(), owner.endTime()));
    }

    private Stream<Fault> lostRecord(CallRecord earlier, CallRecord later) {
        Stream<Fault> all = all(Kind.FORGOTTEN).filter(fault -> fault.overlaps(earlier.start(), beginOf(later)));
        Stream<Fault> latest = all(Kind.FAILED_OVER)
                .filter(fault -> fault.begin() <= beginOf(later))
                .filter(fault -> fault.overlaps(earlier.start(), earlier.endTime()));
        return Stream.concat(all, latest);
    }

    private Stream<Fault> ranAlone(CallRecord earlier, CallRecord later) {
        return terms.onStoreFailure() == StoreFailure.LOCAL_ONLY
                ? Stream.of(earlier, later).flatMap(this::ranAlone)
                : Stream.empty();
    }

    private Stream<Fault> ranAlone(CallRecord call) {
        return all(Kind.SILENT)
                .filter(fault -> fault.befell(call.caller()))
                .filter(fault -> fault.overlaps(call.start() - BREAKER, beginOf(call)));
    }

    private Stream<Fault> all(Kind kind) {
        return faults.stream().filter(Fault.of(kind));
    }

    private static long beginOf(CallRecord call) {
        return call.run().map(CallRecord.Run::begin).orElse(call.endTime());
    }
}
