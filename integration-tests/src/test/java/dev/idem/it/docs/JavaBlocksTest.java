package dev.idem.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java of the pages compiles, with the real processor and without its warnings. A block that begins with
 * {@code // wrong: <Code>} gets just that problem. {@code Shop.java} has the types that the pages take for granted, and
 * {@code Example.java} the class around each block.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JavaBlocksTest {

    static final Set<String> LANGUAGES = Set.of("java");

    private static final Pattern WRONG = Pattern.compile("\\A// wrong: (\\w+)\n");

    private final List<CodeBlock> blocks = Page.blocks(LANGUAGES).stream()
            .filter(block -> !CodeBlocksTest.hasOwnTest(block))
            .toList();

    @TempDir
    private static Path directory;

    private Messages rightMessages;

    @BeforeAll
    void compileAllThatAreRight() {
        rightMessages = Example.compile(directory, right().map(Example::of).toList());
    }

    Stream<CodeBlock> right() {
        return blocks.stream().filter(block -> !WRONG.matcher(block.content()).find());
    }

    Stream<CodeBlock> wrong() {
        return blocks.stream().filter(block -> WRONG.matcher(block.content()).find());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("right")
    void block_thatIsRight_compilesWithoutAMessage(CodeBlock block) {
        assertThat(rightMessages.of(block.className())).isEmpty();
        assertThat(rightMessages.of("Shop")).isEmpty();
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("wrong")
    void block_thatIsWrong_getsItsProblemAndNoOther(CodeBlock block) {
        Matcher code = WRONG.matcher(block.content());
        assertThat(code.find()).isTrue();
        assertThat(Example.compile(directory, List.of(Example.of(block))).of(block.className()))
                .singleElement()
                .asString()
                .contains("[" + code.group(1) + "]");
    }
}
