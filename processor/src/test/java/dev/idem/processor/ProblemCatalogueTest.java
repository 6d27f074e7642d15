package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each code has a test and a section in the documentation, and the examples there are true. */
final class ProblemCatalogueTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "problems.md");
    private static final Path TESTS = Path.of("src", "test", "java", "dev", "idem", "processor");

    private static final Pattern SECTION = Pattern.compile("(?ms)^## (\\w+)\\n(.*?)(?=^## |\\z)");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\\n// (wrong|right)\\n(.*?)```");

    private static final Set<String> WITHOUT_EXAMPLE =
            Set.of("BadOption", "CannotWrite", "InternalError", "SuspendFunction", "UnresolvedType");

    private static final String TYPES = "record Order(String id, int cents) {}\nrecord Receipt(String id) {}\n";

    private static List<String> codes() {
        return Arrays.stream(ProblemCode.values()).map(ProblemCode::text).toList();
    }

    private static Stream<String> codesWithExamples() {
        return codes().stream().filter(code -> !WITHOUT_EXAMPLE.contains(code));
    }

    @Test
    void eachCode_hasOneSection() throws IOException {
        List<String> sections = sections().map(section -> section.group(1)).toList();
        assertThat(sections).containsExactlyElementsIn(codes());
    }

    @Test
    void eachCode_hasATest() throws IOException {
        Set<String> untested = new TreeSet<>(codes());
        try (Stream<Path> files = Files.list(TESTS)) {
            for (Path file : files.filter(
                            file -> Files.isRegularFile(file) && !file.endsWith("ProblemCatalogueTest.java"))
                    .toList()) {
                String text = Files.readString(file);
                untested.removeIf(code -> text.contains("\"" + code + "\"") || text.contains("[" + code + "] "));
            }
        }
        assertThat(untested).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("codesWithExamples")
    void wrongExample_isRejectedWithItsCode(String code) throws IOException {
        String messages = example(code, "wrong").compile().diagnostics().stream()
                .map(Object::toString)
                .collect(Collectors.joining());
        assertWithMessage("messages of the wrong example").that(messages).contains("[" + code + "] ");
    }

    @ParameterizedTest
    @MethodSource("codesWithExamples")
    void rightExample_isAccepted(String code) throws IOException {
        example(code, "right").isAccepted();
    }

    private static MethodUnderTest example(String code, String kind) throws IOException {
        String section = sections()
                .filter(candidate -> candidate.group(1).equals(code))
                .map(candidate -> candidate.group(2))
                .collect(Collectors.joining());
        String members = EXAMPLE.matcher(section)
                .results()
                .filter(example -> example.group(1).equals(kind))
                .map(example -> example.group(2))
                .collect(Collectors.joining());
        assertWithMessage("%s example of %s", kind, code).that(members).isNotEmpty();
        MethodUnderTest method = MethodUnderTest.method(TYPES + members).inside("abstract class Payments");
        return code.equals("AbstractMethod") ? method.with("-Aidem.weaving=aspectj") : method;
    }

    private static Stream<MatchResult> sections() throws IOException {
        return SECTION.matcher(Files.readString(DOCUMENT)).results();
    }
}
