package dev.idem.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages call by name is there: the tests that a claim rests on, files, and properties. */
final class NamesTest {

    private static final Pattern TEST = Pattern.compile("[A-Z]\\w*(?:Test|Contract)");
    private static final Pattern PROPERTY = Pattern.compile("idem(?:\\.[a-z-]+)+");

    private static final Pattern PATH =
            Pattern.compile("(?:docs|runtime|processor|integration-tests|sample-app|benchmarks|\\.ci)/[\\w./-]+");

    private static final Set<String> CLASSES = Project.files("", ".java").stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    private static final String SOURCES = Stream.of("runtime/src", "processor/src/main", "sample-app/src")
            .flatMap(directory -> Project.files(directory, ".java").stream())
            .map(Project::text)
            .collect(Collectors.joining());

    static Stream<Name> tests() {
        return names(TEST);
    }

    static Stream<Name> paths() {
        return names(PATH);
    }

    static Stream<Name> properties() {
        return names(PROPERTY);
    }

    private static Stream<Name> names(Pattern pattern) {
        return Page.all().stream()
                .flatMap(page -> page.inlineCode().stream()
                        .filter(pattern.asMatchPredicate())
                        .map(code -> new Name(page.name(), code)))
                .distinct();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tests")
    void test_thatIsNamed_exists(Name test) {
        assertThat(CLASSES).contains(test.code());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paths")
    void file_thatIsNamed_exists(Name path) {
        assertThat(Project.has(path.code())).isTrue();
    }

    /** Other names that begin so (system properties, options, meters) stand in the code as they are. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("properties")
    void property_thatIsNamed_exists(Name property) {
        assertThat(property.code())
                .matches(name -> ConfigurationMetadata.SPRING_BOOT.knows(name) || SOURCES.contains('"' + name + '"'));
    }

    record Name(String page, String code) {

        @Override
        public String toString() {
            return code + " in " + page;
        }
    }
}
