package dev.idem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the arrows between packages, and shows on packages that break every rule that every rule can fail. */
final class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.idem");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("dev.idem.broken");

    static List<ArchRule> rulesOfOurs() {
        return ArchitectureRules.under("dev.idem");
    }

    static List<ArchRule> rulesOfBroken() {
        return ArchitectureRules.under("dev.idem.broken");
    }

    @ParameterizedTest
    @MethodSource("rulesOfOurs")
    void rule_onOurPackages_holds(ArchRule rule) {
        rule.check(OURS);
    }

    @ParameterizedTest
    @MethodSource("rulesOfBroken")
    void rule_onPackagesThatBreakIt_fails(ArchRule rule) {
        assertThat(rule.evaluate(BROKEN).hasViolation()).isTrue();
    }
}
