package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the code of {@code docs/keys-elsewhere.md}, as it stands there, on this library's table of calls. */
final class KeysElsewhereTest {

    private static final Path PAGE = Path.of("..", "docs", "keys-elsewhere.md");
    private static final int MAX_LINES = 40;
    private static final List<String> MALFORMED =
            List.of("\"\\ud800\"", "[\"\\ude00\\ud83d\"]", "{\"\\ud83d\":1}", "[\"a\\udead\"]");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void keys_ofCallsAndDocuments_areThoseOfThisLibrary(Language language) throws Exception {
        List<JsonNode> calls = Vectors.rows(Vectors.json("java_calls.json")).toList();
        List<JsonNode> documents =
                Vectors.rows(Vectors.json("jcs_documents.json")).toList();
        List<String> inputs = Stream.concat(
                        calls.stream().map(call -> backwards(Vectors.parse(text(call, "content")))),
                        documents.stream().map(document -> text(document, "input")))
                .toList();
        List<String> keys = Stream.concat(
                        calls.stream().map(call -> text(call, "ik")),
                        documents.stream().map(document -> text(document, "jcs_ik")))
                .toList();
        assertThat(run(language, inputs)).isEqualTo(keys);
    }

    @ParameterizedTest
    @EnumSource
    void keys_ofLoneSurrogates_areRefused(Language language) throws Exception {
        assertThat(run(language, MALFORMED)).hasSameSizeAs(MALFORMED).containsOnly("refused");
    }

    @ParameterizedTest
    @EnumSource
    void recipe_onThePage_isShort(Language language) throws IOException {
        assertThat(recipe(language).lines().count()).isBetween(10L, (long) MAX_LINES);
    }

    private List<String> run(Language language, List<String> inputs) throws IOException, InterruptedException {
        Assumptions.assumeTrue(isPresent(language), language.command + " is not installed");
        Path program = Files.writeString(directory.resolve("recipe"), recipe(language) + language.driver);
        Path input = Files.writeString(directory.resolve("input.json"), ascii(inputs));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(language.command, program.toString())
                .redirectErrorStream(true)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .start();
        int status = process.waitFor();
        String printed = Files.readString(output);
        assertThat(status).as(printed).isZero();
        return printed.lines().toList();
    }

    private static boolean isPresent(Language language) throws InterruptedException {
        try {
            return new ProcessBuilder(language.command, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String recipe(Language language) throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        String fence = "```" + language.fence + "\n";
        int start = page.indexOf(fence) + fence.length();
        return page.substring(start, page.indexOf("```", start));
    }

    private static String ascii(List<String> texts) throws IOException {
        return JsonMapper.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build()
                .writeValueAsString(texts);
    }

    /** The same document with the members of its outermost object in reverse order. */
    private static String backwards(JsonNode content) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(content.properties());
        Collections.reverse(members);
        ObjectNode reversed = ((ObjectNode) content).objectNode();
        members.forEach(member -> reversed.set(member.getKey(), member.getValue()));
        return reversed.toString();
    }

    private static String text(JsonNode row, String name) {
        return row.get(name).textValue();
    }

    enum Language {
        PYTHON("python3", "python", """

                import sys

                for text in json.load(sys.stdin):
                    try:
                        print(key(json.loads(text)))
                    except ValueError:
                        print("refused")
                """),
        JAVASCRIPT("node", "javascript", """

                for (const text of JSON.parse(require("node:fs").readFileSync(0, "utf8"))) {
                  try {
                    console.log(key(JSON.parse(text)));
                  } catch (e) {
                    console.log(e instanceof RangeError ? "refused" : String(e));
                  }
                }
                """);

        private final String command;
        private final String fence;
        private final String driver;

        Language(String command, String fence, String driver) {
            this.command = command;
            this.fence = fence;
            this.driver = driver;
        }
    }
}
