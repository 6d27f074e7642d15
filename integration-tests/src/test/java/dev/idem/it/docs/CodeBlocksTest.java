package dev.idem.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fenced block of the documentation is compiled, executed or read by some test, and here it says which. A block of a kind
 * that nobody tests fails.
 */
final class CodeBlocksTest {

    private static final String RUNTIME = "runtime/src/test/java/dev/idem/";

    /** Kinds of blocks that are tested wherever they stand. */
    private static final Map<Class<?>, Set<String>> BY_LANGUAGE = Map.of(
            JavaBlocksTest.class, JavaBlocksTest.LANGUAGES,
            CommandsTest.class, CommandsTest.LANGUAGES,
            SettingsTest.class, SettingsTest.LANGUAGES,
            DataBlocksTest.class, DataBlocksTest.LANGUAGES);

    /** Pages whose blocks of one language have a test of their own, which reads them from the page. */
    private static final List<OwnTest> BY_PAGE = List.of(
            new OwnTest(
                    "docs/problems.md", "java", "processor/src/test/java/dev/idem/processor/ProblemCatalogueTest.java"),
            new OwnTest("docs/keys-elsewhere.md", "python", RUNTIME + "key/KeysElsewhereTest.java"),
            new OwnTest("docs/keys-elsewhere.md", "javascript", RUNTIME + "key/KeysElsewhereTest.java"),
            new OwnTest("docs/security.md", "text", RUNTIME + "store/redisson/AclUserTest.java"),
            new OwnTest(
                    "docs/key-changes.md",
                    "text",
                    "integration-tests/src/test/java/dev/idem/it/docs/KeyChangesTest.java"));

    static Stream<CodeBlock> blocks() {
        return Page.all().stream().flatMap(page -> page.blocks().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blocks")
    void block_anywhere_isOfAKindThatIsTested(CodeBlock block) {
        assertThat(testOf(block))
                .as(
                        "%s is a block of the kind '%s'. Say here who tests it.",
                        block, block.language().isEmpty() ? "(none)" : block.language())
                .isPresent();
    }

    private static Optional<String> testOf(CodeBlock block) {
        Stream<String> byPage =
                BY_PAGE.stream().filter(own -> own.covers(block)).map(OwnTest::test);
        Stream<String> byLanguage = BY_LANGUAGE.entrySet().stream()
                .filter(kind -> kind.getValue().contains(block.language()))
                .map(kind -> kind.getKey().getSimpleName());
        return Stream.concat(byPage, byLanguage).findFirst();
    }

    @Test
    void ownTests_ofPages_readTheirPage() {
        for (OwnTest own : BY_PAGE) {
            Path source = Project.ROOT.resolve(own.test());
            String pageName = Path.of(own.page()).getFileName().toString();
            assertThat(Project.text(source)).as(own.test()).contains('"' + pageName + '"');
            assertThat(blocks()).as(own.page()).anyMatch(own::covers);
        }
    }

    @Test
    void problems_examples_allSayWhetherTheyAreRight() {
        assertThat(blocks().filter(block -> block.page().equals("docs/problems.md")))
                .isNotEmpty()
                .allMatch(block -> block.content().matches("(?s)// (wrong|right)\n.*"));
    }

    @Test
    void fences_all_standAtTheBeginningOfALineAndInPairs() {
        for (Page page : Page.all()) {
            assertThat(page.prose()).as(page.name()).doesNotContain("```");
        }
    }

    static boolean hasOwnTest(CodeBlock block) {
        return BY_PAGE.stream().anyMatch(own -> own.covers(block));
    }

    private record OwnTest(String page, String language, String test) {

        boolean covers(CodeBlock block) {
            return block.page().equals(page) && block.language().equals(language);
        }
    }
}
