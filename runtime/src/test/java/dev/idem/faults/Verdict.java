package dev.idem.faults;

import java.util.List;
import java.util.Map;

/**
 * What the checker found.
 *
 * @param beyondOne how many runs there were beyond one per record, by the cause that explains them
 * @param wrongAnswers answers that no promise allows
 * @param stuckKeys keys that gave no answer after all faults
 * @param failures how many calls ended without an answer, by the name of the failure
 * @param broken every promise that was not kept, those of the last two among them
 */
record Verdict(
        int calls,
        int runs,
        int faults,
        Map<String, Integer> beyondOne,
        int wrongAnswers,
        int stuckKeys,
        Map<String, Integer> failures,
        List<String> broken) {

    private static final int SHOWN = 20;

    String figures() {
        return calls + " calls, " + runs + " runs, " + faults + " faults; runs beyond one: " + beyondOne
                + "; failures: " + failures + "; wrong answers: " + wrongAnswers + "; stuck keys: " + stuckKeys;
    }

    /** What is wrong, as far as it fits a screen. */
    String complaint() {
        return broken.size() + " broken promises, such as\n"
                + String.join("\n", broken.subList(0, Math.min(SHOWN, broken.size())));
    }
}
