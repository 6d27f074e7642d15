package dev.idem.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.idem.PartialResultException;
import dev.idem.engine.RefusalTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/**
 * Holds {@code docs/errors.md} to what users really read: every exception and every failed start-up, made anew, side by
 * side. Run with {@code -Didem.errors.write=true} to write it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ErrorCatalogueTest {

    private static final Path PAGE = Path.of("../docs/errors.md");
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.idem");

    /** Exceptions that users never see, or throw themselves. */
    private static final Set<String> NOT_TOLD = Set.of(
            PartialResultException.class.getName(),
            "dev.idem.engine.ClaimLostException",
            "dev.idem.intercept.GeneratedClasses$Unusable");

    private List<ErrorCases.Refusal> refusals;
    private List<ErrorCases.FailedStart> starts;

    @BeforeAll
    void provokeThemAll() {
        refusals = ErrorCases.refusals();
        starts = ErrorCases.starts();
    }

    @Test
    void page_isWhatUsersRead() throws IOException {
        String page = page();
        if (Boolean.getBoolean("idem.errors.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void everyException_isInTheList() {
        Set<String> told = Stream.concat(
                        refusals.stream().map(ErrorCases.Refusal::failure),
                        starts.stream().map(ErrorCases.FailedStart::failure))
                .map(failure -> failure.getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ours = OURS.stream()
                .filter(type -> type.isAssignableTo(Throwable.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .filter(name -> !NOT_TOLD.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).containsAll(ours);
    }

    @Test
    void everyRefusalOfTheEngine_isInTheList() {
        assertThat(RefusalTexts.kinds())
                .allSatisfy(kind -> assertThat(RefusalTexts.all().keySet())
                        .anyMatch(situation -> situation.endsWith("(" + kind + ")")));
    }

    @Test
    void everyFailureAnalyzer_hasAFailedStart() {
        List<String> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, cause) -> {}))
                .stream()
                .map(analyzer -> analyzer.getClass())
                .filter(type -> type.getName().startsWith("dev.idem."))
                .filter(type -> starts.stream().noneMatch(start -> type.equals(start.analyzer())))
                .map(Class::getName)
                .toList();
        assertThat(analyzers).isEmpty();
    }

    /** Every line of code that refuses a set-up has made one of the failed starts. */
    @Test
    void everyWayToFail_hasAFailedStart() {
        Set<String> seen = starts.stream()
                .flatMap(start -> Arrays.stream(start.failure().getStackTrace()))
                .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
                .collect(Collectors.toSet());
        List<String> unseen = OURS.stream()
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(IdempotencySetupException.class))
                .filter(call -> !call.getOriginOwner().isEquivalentTo(IdempotencySetupException.class))
                .map(ErrorCatalogueTest::place)
                .filter(place -> !seen.contains(place))
                .toList();
        assertThat(unseen).isEmpty();
    }

    @Test
    void noText_holdsAPayload() throws IOException {
        assertThat(page()).doesNotContain("secret");
    }

    private static String place(JavaConstructorCall call) {
        return call.getOriginOwner().getName() + ":" + call.getLineNumber();
    }

    private String page() {
        StringBuilder page = new StringBuilder("""
                # Errors

                Every failure of Idem's own, in the words in which it reaches you; `ErrorCatalogueTest` provokes each of them and holds this page
                to it. Each text says which operation and key it is about, never the payload; why; and what to do next. What
                HTTP clients see instead is in [http.md](http.md), errors of the compiler are in [problems.md](problems.md).

                ## While the application runs

                | exception | situation | message |
                | --- | --- | --- |
                """);
        refusals.stream()
                .sorted(Comparator.comparing((ErrorCases.Refusal refusal) ->
                        refusal.failure().getClass().getSimpleName()))
                .forEach(refusal -> page.append("| `%s` | %s | %s |\n"
                        .formatted(
                                refusal.failure().getClass().getSimpleName(),
                                refusal.situation().replaceFirst(" \\(\\w+\\)$", ""),
                                cell(refusal.failure().getMessage()))));
        page.append("""

                ## When the application starts

                Spring Boot shows these as its failure analysis.

                | situation | description | action |
                | --- | --- | --- |
                """);
        starts.forEach(start -> page.append(
                "| %s | %s | %s |\n".formatted(start.situation(), cell(start.description()), cell(start.action()))));
        return page.toString();
    }

    private static String cell(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;");
    }
}
