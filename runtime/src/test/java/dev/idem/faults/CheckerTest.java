package dev.idem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.faults.Fault.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good histories pass, and for each rule there is a bad one that does not. Times in milliseconds; a lease is 1,500. */
final class CheckerTest {

    private static final String RESULT = "acme/k/usual#a-1";

    @TempDir
    private Path directory;

    private final Map<String, List<String>> lines = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private Terms terms = Terms.DEFAULT;

    /** Two callers, one run, one answer, and both have it after all. */
    @BeforeEach
    void goodHistory() {
        ran("a-1", 100, 200);
        replayed("b-1", 120, 210, RESULT);
        settled("a-9", 9_000, RESULT);
        settled("b-9", 9_000, RESULT);
    }

    @Test
    void goodHistory_isNotRefused() {
        Verdict verdict = verdict();

        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict)
                .returns(4, Verdict::calls)
                .returns(1, Verdict::runs)
                .returns(0, Verdict::wrongAnswers)
                .returns(0, Verdict::stuckKeys)
                .returns(Map.of(), Verdict::beyondOne);
    }

    @Test
    void secondRun_ofTheSameAnswer_isRefused() {
        superseded("b-2", 300, 400);

        assertRefused("G1: ran although");
    }

    @Test
    void secondRun_besideAFailingOne_isRefused() {
        called("c-1", 90, "begins c-1 95", "ends c-1 false 1000", "failure c-1 PlannedFailure 1001");

        assertRefused("G1: ran although");
    }

    @Test
    void secondRun_afterAFailedOne_isNoRunBeyondOne() {
        called("c-1", 10, "begins c-1 20", "ends c-1 false 30", "failure c-1 PlannedFailure 31");

        assertExplained(Map.of());
    }

    @Test
    void secondRun_afterItsOwnerWasKilled_isExplained() {
        called("c-1", 10, "begins c-1 20");
        faults.add(new Fault(Kind.KILLED, "c", millis(40), millis(50)));

        assertExplained(Map.of("its owner was killed", 1));
    }

    @Test
    void secondRun_afterAnotherCallerWasKilled_isRefused() {
        superseded("b-2", 300, 400);
        faults.add(new Fault(Kind.KILLED, "c", millis(40), millis(50)));

        assertRefused("G1: ran although");
    }

    @Test
    void secondRun_afterItsOwnerHadItsAnswerAndWasKilledLater_isRefused() {
        superseded("b-2", 900, 950);
        settled("b-10", 9_100, RESULT);
        faults.add(new Fault(Kind.KILLED, "a", millis(500), millis(510)));

        assertRefused("G1: ran although");
    }

    @Test
    void secondRun_ofAKilledOwner_whereNobodyMayRunAgain_isRefused() {
        called("c-1", 10, "begins c-1 20");
        faults.add(new Fault(Kind.KILLED, "c", millis(40), millis(50)));
        terms = Terms.NEVER_AGAIN;

        assertRefused("G1: ran although");
    }

    @Test
    void secondRun_whileItsOwnerStoodStillForLong_isExplained() {
        superseded("c-1", 50, 3_000);
        faults.add(new Fault(Kind.STOPPED, "c", millis(60), millis(2_500)));

        assertExplained(Map.of("its owner was stopped", 1));
    }

    @Test
    void secondRun_whileItsOwnerStoodStillForAMoment_isRefused() {
        superseded("c-1", 50, 3_000);
        faults.add(new Fault(Kind.STOPPED, "c", millis(60), millis(160)));

        assertRefused("G1: ran although");
    }

    @Test
    void secondRun_afterAStandstillThatCameLater_isRefused() {
        superseded("b-2", 300, 400);
        faults.add(new Fault(Kind.STOPPED, "a", millis(1_000), millis(4_000)));

        assertRefused("G1: ran although");
    }

    @Test
    void secondRun_withoutWordFromTheStore_isExplained() {
        lines.computeIfAbsent("c", any -> new ArrayList<>()).add("gap silence 60 800 800");
        superseded("c-1", 50, 3_000);

        assertExplained(Map.of("the store gave its owner no answer", 1));
    }

    @Test
    void secondRun_afterAHarmlessFault_isRefused() {
        superseded("b-2", 300, 400);
        faults.add(new Fault(Kind.HARMLESS, "", 0, millis(400)));

        assertRefused("G1: ran although");
    }

    @Test
    void secondAnswer_afterAllDataWasLost_isExplained() {
        ran("b-2", 300, 400);
        settled("b-10", 9_100, "acme/k/usual#b-2");
        faults.add(new Fault(Kind.FORGOTTEN, "", millis(250), millis(260)));

        assertExplained(Map.of("the server lost its data", 1));
    }

    @Test
    void secondAnswer_whereTheReplicaHadSeenTheFirst_isRefused() {
        ran("b-2", 5_300, 5_400);
        faults.add(new Fault(Kind.FAILED_OVER, "", millis(220), millis(5_100)));

        assertRefused("G1: ran although", "G2: another answer");
    }

    @Test
    void secondAnswer_whereTheReplicaHadNotSeenTheFirst_isExplained() {
        ran("b-2", 5_300, 5_400);
        faults.add(new Fault(Kind.FAILED_OVER, "", millis(190), millis(600)));

        assertExplained(Map.of("a replica was promoted", 1));
    }

    @Test
    void secondAnswer_ofAKilledOwnersSuccessor_isRefused() {
        ran("c-1", 10, 30);
        faults.add(new Fault(Kind.STOPPED, "c", millis(11), millis(2_500)));

        assertRefused("G2: another answer");
    }

    @Test
    void secondAnswer_keptByItsOwnCallerWhileTheStoreIsSilent_isExplained() {
        ran("c-1", 10, 3_000);
        faults.add(new Fault(Kind.SILENT, "c", millis(20), millis(3_500)));

        assertExplained(Map.of("the store gave its owner no answer", 1));
    }

    @Test
    void secondAnswer_whileAloneByChoice_isExplained() {
        ran("b-2", 300, 400);
        faults.add(new Fault(Kind.SILENT, "b", millis(290), millis(299)));
        terms = Terms.LOCAL_ONLY;

        assertExplained(Map.of("the store gave its owner no answer", 1));
    }

    @Test
    void secondAnswer_aloneWithoutAReason_isRefused() {
        ran("b-2", 300, 400);
        terms = Terms.LOCAL_ONLY;

        assertRefused("G1: ran although", "G2: another answer");
    }

    @Test
    void answer_ofAnotherRecord_isRefused() {
        called("b-2", 300, "answer b-2 zenith/k/usual#a-1 310");

        assertRefused("G5: not an answer to this call");
    }

    @Test
    void answer_toOtherContent_isRefused() {
        line("b-2", "call b-2 acme/k other loading 300");
        line("b-2", "answer b-2 " + RESULT + " 310");

        assertRefused("G5: not an answer to this call");
    }

    @Test
    void answer_thatNobodyGave_isRefused() {
        called("b-2", 300, "answer b-2 acme/k/usual#c-7 310");

        assertRefused("G5: not an answer to this call");
    }

    @Test
    void answer_beforeItsRun_isRefused() {
        called("b-2", 10, "answer b-2 " + RESULT + " 20");

        assertRefused("G5: an answer from the future");
    }

    @Test
    void key_withoutAnAnswerInTheEnd_isStuck() {
        line("b-10", "call b-10 acme/k usual settling 9100");
        line("b-10", "failure b-10 CallInProgressException 9900");

        assertRefused("G4: no answer after all faults");
        assertThat(verdict().stuckKeys()).isEqualTo(1);
    }

    @Test
    void key_unknownInTheEndThoughNobodyDied_isStuck() {
        terms = Terms.NEVER_AGAIN;
        line("b-10", "call b-10 acme/k usual settling 9100");
        line("b-10", "failure b-10 OutcomeUnknownException 9900");

        assertRefused("G4: unknown although no owner was lost", "G4: no answer after all faults");
    }

    @Test
    void key_unknownAfterItsOwnerWasKilled_isAsPromised() {
        lines.clear();
        terms = Terms.NEVER_AGAIN;
        called("a-1", 10, "begins a-1 20");
        faults.add(new Fault(Kind.KILLED, "a", millis(40), millis(50)));
        line("b-10", "call b-10 acme/k usual settling 9100");
        line("b-10", "failure b-10 OutcomeUnknownException 9900");

        assertExplained(Map.of());
    }

    @Test
    void key_thatNobodyAsksForInTheEnd_isRefused() {
        lines.clear();
        ran("a-1", 100, 200);

        assertRefused("Nobody asked for this key");
    }

    @Test
    void call_thatNeverComesBack_isRefused() {
        called("b-2", 300);

        assertRefused("G4: never came back");
    }

    @Test
    void call_thatRanAndWasRefused_isRefused() {
        called("b-2", 10, "begins b-2 20", "ends b-2 false 30", "failure b-2 StoreUnavailableException 40");

        assertRefused("G3: refused after it had run");
    }

    @Test
    void call_thatRanTwice_isRefused() {
        line("a-1", "begins a-1 150");

        assertRefused("Ran twice within one call");
    }

    @Test
    void work_thatIsThrownAway_isRefused() {
        called("c-1", 10, "begins c-1 20", "ends c-1 true 30", "failure c-1 StoreUnavailableException 40");
        faults.add(new Fault(Kind.SILENT, "c", millis(25), millis(5_000)));

        assertRefused("G7: work was thrown away");
    }

    @Test
    void waiter_thatWaitsForMuchLongerThanALease_isRefused() {
        replayed("b-2", 150, 7_000, RESULT);

        assertRefused("G8: waited for longer than a lease");
    }

    @Test
    void waiter_whoseAnswerAFullStoreDidNotTake_isExplained() {
        replayed("b-2", 150, 10_000, RESULT);
        faults.add(new Fault(Kind.FULL, "", millis(100), millis(2_500)));

        assertExplained(Map.of());
    }

    @Test
    void secondRun_whileTheStoreWasFull_isRefused() {
        superseded("b-2", 300, 400);
        faults.add(new Fault(Kind.FULL, "", 0, millis(400)));

        assertRefused("G1: ran although");
    }

    @Test
    void conflict_withNothing_isRefused() {
        called("b-2", 300, "failure b-2 KeyConflictException 310");

        assertRefused("G5: in conflict with nothing");
    }

    @Test
    void failure_thatNobodyExpects_isRefused() {
        called("b-2", 300, "failure b-2 NullPointerException 310");

        assertRefused("Unexpected");
    }

    private void assertRefused(String... complaints) {
        List<String> broken = verdict().broken();
        for (String complaint : complaints) {
            assertThat(broken).anyMatch(text -> text.startsWith(complaint));
        }
        assertThat(broken).allMatch(text -> List.of(complaints).stream().anyMatch(text::startsWith));
    }

    private void assertExplained(Map<String, Integer> beyondOne) {
        Verdict verdict = verdict();
        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.beyondOne()).isEqualTo(beyondOne);
    }

    private void ran(String call, int begin, int end) {
        called(call, begin, "begins " + call + ' ' + (begin + 1), "ends " + call + " true " + (end - 1));
        line(call, "answer " + call + " acme/k/usual#" + call + ' ' + end);
    }

    private void superseded(String call, int begin, int end) {
        called(call, begin, "begins " + call + ' ' + (begin + 1), "ends " + call + " true " + (end - 1));
        line(call, "answer " + call + ' ' + RESULT + ' ' + end);
    }

    private void replayed(String call, int begin, int end, String result) {
        called(call, begin, "answer " + call + ' ' + result + ' ' + end);
    }

    private void settled(String call, int begin, String result) {
        line(call, "call " + call + " acme/k usual settling " + begin);
        line(call, "answer " + call + ' ' + result + ' ' + (begin + 1));
    }

    private void called(String call, int begin, String... more) {
        line(call, "call " + call + " acme/k usual loading " + begin);
        List.of(more).forEach(text -> line(call, text));
    }

    private void line(String call, String text) {
        lines.computeIfAbsent(call.substring(0, 1), any -> new ArrayList<>()).add(text);
    }

    private Verdict verdict() {
        List<Path> files = new ArrayList<>();
        lines.forEach((caller, texts) -> files.add(write(caller, texts)));
        return Checker.check(terms, History.read(files), faults);
    }

    private Path write(String caller, List<String> texts) {
        try {
            return Files.write(
                    directory.resolve(caller),
                    texts.stream().map(CheckerTest::inNanos).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends six zeros to every time. */
    private static String inNanos(String line) {
        return line.replaceAll("(?<= )(\\d+)(?= |$)", "$1000000");
    }

    private static long millis(int time) {
        return time * 1_000_000L;
    }
}
