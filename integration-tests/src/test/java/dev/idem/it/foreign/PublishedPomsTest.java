package dev.idem.it.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What Maven Central and the users of the BOM expect of the POMs. */
final class PublishedPomsTest {

    private static final Path BOM = Path.of("..", "bom");

    @ParameterizedTest
    @ValueSource(strings = {"../bom", "..", "../runtime", "../processor"})
    void pom_saysWhatTheArtifactIsAndWhereItsSourcesAre(String module) throws Exception {
        Element pom = pom(Path.of(module));
        for (String name : List.of("name", "description", "url")) {
            assertThat(text(pom, name)).as(name).isNotBlank();
        }
        for (String name : List.of("connection", "developerConnection", "url")) {
            assertThat(text(child(pom, "scm"), name)).as("scm/" + name).isNotBlank();
        }
    }

    @Test
    void bom_hasTheLicenceAndTheDevelopersOfAll_andInheritsNothing() throws Exception {
        Element pom = pom(BOM);
        assertThat(children(child(pom, "licenses"))).isNotEmpty();
        assertThat(children(child(pom, "developers"))).isNotEmpty();
        assertThat(children(pom)).extracting(Element::getTagName).doesNotContain("parent");
    }

    @Test
    void bom_lists_whatIsPublished() throws Exception {
        Element managed = child(child(pom(BOM), "dependencyManagement"), "dependencies");
        assertThat(children(managed))
                .extracting(dependency -> text(dependency, "artifactId"))
                .containsExactly("idem-processor", "idem-runtime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../integration-tests", "../benchmarks", "../sample-app"})
    void otherModules_areNotPublished(String module) throws Exception {
        assertThat(text(child(pom(Path.of(module)), "properties"), "maven.deploy.skip"))
                .isEqualTo("true");
    }

    private static Element pom(Path module) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(module.resolve("pom.xml").toFile())
                .getDocumentElement();
    }

    private static String text(Element parent, String name) {
        return child(parent, name).getTextContent();
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is missing in " + parent.getTagName()));
    }

    private static List<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        Stream<Node> all = IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
        return all.filter(Element.class::isInstance).map(Element.class::cast).toList();
    }
}
