package dev.idem.it.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** XML and JSON in the pages are well-formed, and what XML names of this project exists. */
final class DataBlocksTest {

    static final Set<String> LANGUAGES = Set.of("xml", "json");

    private static final Pattern OURS =
            Pattern.compile("<groupId>dev\\.idem</groupId>\\s*<artifactId>([^<]+)</artifactId>");

    static Stream<CodeBlock> xml() {
        return Page.blocks(Set.of("xml")).stream();
    }

    static Stream<CodeBlock> json() {
        return Page.blocks(Set.of("json")).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("xml")
    void xml_isWellFormed(CodeBlock block) {
        String document = "<all>" + block.content() + "</all>";
        assertThatCode(() -> DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(document))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("xml")
    void artifacts_ofThisProject_areItsModules(CodeBlock block) {
        String poms = Project.files("", "pom.xml").stream().map(Project::text).collect(Collectors.joining());
        assertThat(OURS.matcher(block.content()).results().map(artifact -> artifact.group(1)))
                .allMatch(artifact -> poms.contains("\n    <artifactId>" + artifact + "</artifactId>"));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("json")
    void json_isWellFormed(CodeBlock block) {
        assertThatCode(() -> new ObjectMapper().readTree(block.content())).doesNotThrowAnyException();
    }
}
