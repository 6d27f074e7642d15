package dev.idem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.faults.Fault.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** One scenario: callers under load, faults one after another, and a verdict. */
final class Laboratory implements AutoCloseable {

    private static final boolean LONG = Boolean.getBoolean("idem.long");
    private static final Duration LONG_LOAD = Duration.ofSeconds(Long.getLong("idem.long.seconds", 60));
    static final int CALLERS = 3;
    private static final Duration BREATH = Duration.ofMillis(700);

    private final String name;
    private final Path directory;
    private final Terms terms;
    private final long epoch = System.nanoTime();
    private final List<CallerProcess> callers = new ArrayList<>();
    private final List<Path> histories = new ArrayList<>();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();

    /** A laboratory without callers. */
    Laboratory(String name, Path directory, Terms terms) {
        this.name = name;
        this.directory = directory;
        this.terms = terms;
    }

    /** Starts callers, each with the addresses that it is given, and waits until all call. */
    List<CallerProcess> start(String sentinelMaster, Supplier<List<String>> servers) {
        List<CallerProcess> started = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            started.add(launch(sentinelMaster, servers.get()));
        }
        started.forEach(CallerProcess::awaitLoading);
        return started;
    }

    List<CallerProcess> start(String... servers) {
        return start("", () -> List.of(servers));
    }

    /** Starts one more caller and waits until it calls. */
    CallerProcess join(String... servers) {
        CallerProcess caller = launch("", List.of(servers));
        caller.awaitLoading();
        return caller;
    }

    /** Does it again and again under load: some times, or for as long as the long mode lasts. */
    void rounds(int times, Runnable fault) {
        long end = System.nanoTime() + LONG_LOAD.toNanos();
        for (int round = 0; LONG ? System.nanoTime() - end < 0 : round < times; round++) {
            Harm.lasts(BREATH);
            fault.run();
        }
        Harm.lasts(BREATH);
    }

    /** Lets the callers call: for a moment, or for as long as the long mode lasts. */
    void load() {
        Harm.lasts(LONG ? LONG_LOAD : BREATH);
    }

    /** Notes a fault that begins before the action and ends after it. */
    void harm(Kind kind, String caller, Runnable action) {
        harmSince(System.nanoTime(), kind, caller, action);
    }

    void harmEverybody(Kind kind, Runnable action) {
        harm(kind, "", action);
    }

    /** Notes a fault that reaches back to a time before the action. */
    void harmEverybodySince(long begin, Kind kind, Runnable action) {
        harmSince(begin, kind, "", action);
    }

    private void harmSince(long begin, Kind kind, String caller, Runnable action) {
        action.run();
        faults.add(new Fault(kind, caller, begin, System.nanoTime()));
    }

    /** Kills a caller, as {@code kill -9} does. */
    void kill(CallerProcess caller) {
        harm(Kind.KILLED, caller.name(), caller::close);
        callers.remove(caller);
    }

    /** Ends the load, lets everybody ask for every key, and checks all that was written. */
    Verdict verdict() {
        callers.forEach(CallerProcess::settle);
        callers.forEach(CallerProcess::awaitSettled);
        Verdict verdict = Checker.check(terms, History.read(histories), faults);
        System.out.println(name + ": " + verdict.figures());
        return verdict;
    }

    /** The same, where every promise must have been kept. */
    Verdict assertPromisesKept() {
        Verdict verdict = verdict();
        assertThat(verdict.broken()).as(verdict::complaint).isEmpty();
        assertThat(verdict.runs()).isPositive();
        assertThat(verdict.faults()).isPositive();
        return verdict;
    }

    @Override
    public void close() {
        callers.forEach(CallerProcess::close);
    }

    private CallerProcess launch(String sentinelMaster, List<String> servers) {
        String caller = "jvm" + (histories.size() + 1);
        Path history = directory.resolve(caller);
        CallerProcess process = new CallerProcess(
                new CallerSettings(caller, servers, sentinelMaster, terms, history, epoch, histories.size() * 1_000L));
        callers.add(process);
        histories.add(history);
        return process;
    }
}
