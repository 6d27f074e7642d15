package dev.idem.processor;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;

/** Collects the problems of one type, each once, and prints them. */
final class Problems {

    private final Set<Problem> found = new LinkedHashSet<>();

    void add(ProblemCode code, Place place, Object... details) {
        found.add(code.problem(Optional.of(place), details));
    }

    /** Adds a problem that has no place in the source. */
    void addWithoutPlace(ProblemCode code, Object... details) {
        found.add(code.problem(Optional.empty(), details));
    }

    /** Whether something was found that forbids to generate. */
    boolean hasErrors() {
        return found.stream().anyMatch(problem -> !problem.code().isWarning());
    }

    /**
     * Prints all problems.
     *
     * @param errorsRaised whether something else failed before; then unresolved types are only its consequence
     */
    void printTo(Messager messager, boolean errorsRaised) {
        found.stream()
                .filter(problem -> !(errorsRaised && problem.code() == ProblemCode.UNRESOLVED_TYPE))
                .forEach(problem -> print(problem, messager));
    }

    private static void print(Problem problem, Messager messager) {
        if (problem.place().isPresent()) {
            Place place = problem.place().get();
            messager.printMessage(
                    problem.code().kind(), problem.message(), place.element(), place.annotation(), place.value());
        } else {
            messager.printMessage(problem.code().kind(), problem.message());
        }
    }
}
