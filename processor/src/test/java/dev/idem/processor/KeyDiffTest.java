package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static dev.idem.processor.MethodUnderTest.method;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command reads, and its exit codes. */
final class KeyDiffTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "key-changes.md");
    private static final Pattern SCRIPT = Pattern.compile("(?s)```sh\\n(.*?)```");

    private static final String CHARGE = "@IdempotentCall(operation = \"charge\") int charge(int cents) { return 1; }";

    @TempDir
    private Path directory;

    private KeyDiffRun diff;

    @BeforeEach
    void prepare() {
        diff = new KeyDiffRun(directory);
    }

    @Test
    void fileDirectoryAndJar_areRead() throws IOException {
        Path classes = Descriptor.write(method(CHARGE), directory.resolve("classes"));
        Path file = classes.resolve("META-INF/idem/shop.Payments.json");
        Path jar = jar(file, directory.resolve("payments.jar"));
        assertThat(diff.of(file, jar)).isEqualTo(0);
        assertThat(diff.of(jar, classes)).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{} {}",
                "{\"encoding\": 1}",
                "{\"a\": \"\\x\"}",
                "{\"a\": \"\\u00g0\"}",
                "{\"a\": \"b\", \"a\": \"c\"}",
                "{\"a\": \"b\",}",
                "{\"a\": \"b",
                "{\"encoding\": \"e\", \"operations\": {}, \"types\": []}",
                "{\"encoding\": \"e\", \"operations\": {\"a\": {\"key\": \"content\", \"content\": {}}}, \"types\": {}}",
                "{\"encoding\": \"e\", \"operations\": {\"a\": {\"key\": \"content\", \"parameters\": [\"b\"], \"content\": {}}}, \"types\": {}}",
                "{\"encoding\": \"e\", \"operations\": {\"a\": {\"key\": \"content\", \"parameters\": [], \"content\": {\"a\": \"list<\"}}}, \"types\": {}}",
                "{\"encoding\": \"e\", \"operations\": {\"a\": {\"key\": \"content\", \"parameters\": [], \"content\": {\"a\": \"list<a>>\"}}}, \"types\": {}}",
                "{\"encoding\": \"e\", \"operations\": {\"a\": {\"key\": \"content\", \"parameters\": [], \"content\": {\"a\": \"?\"}}}, \"types\": {}}",
                "{\"encoding\": \"e\", \"operations\": {\"a\": {\"key\": \"content\", \"parameters\": [], \"content\": {\"a\": \"object<A>\"}}}, \"types\": {}}",
            })
    void malformedDescriptor_isBadInput(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("bad.json"), text);
        assertThat(diff.of(file, file)).isEqualTo(2);
        assertThat(diff.output()).isNotEmpty();
    }

    @Test
    void pathWithoutDescriptors_isBadInput() throws IOException {
        assertThat(diff.of(directory, directory)).isEqualTo(2);
        assertThat(diff.output()).isEqualTo(directory + ": no descriptors in META-INF/idem/\n");
    }

    @Test
    void pathThatDoesNotExist_isBadInput() {
        assertThat(diff.of(directory.resolve("a.jar"), directory.resolve("b.json")))
                .isEqualTo(2);
        assertThat(diff.output()).startsWith("Cannot read: ");
    }

    @Test
    void oneOperationInTwoDescriptors_isBadInput() throws IOException {
        Path classes = Descriptor.write(method(CHARGE), directory.resolve("classes"));
        Path file = classes.resolve("META-INF/idem/shop.Payments.json");
        Files.copy(file, classes.resolve("META-INF/idem/shop.Zoo.json"));
        assertThat(diff.of(classes, classes)).isEqualTo(2);
        assertThat(diff.output()).contains("shop.Zoo.json: operation 'charge' is in another descriptor too");
    }

    @Test
    void otherThanTwoArguments_printTheUsage() {
        assertThat(diff.of(List.of("one"))).isEqualTo(2);
        assertThat(diff.output()).startsWith("Usage: KeyDiff <old> <new>");
    }

    @Test
    void documentedScript_comparesTheReleaseWithTheBuild() throws Exception {
        Path released = Descriptor.write(method(CHARGE), directory.resolve("before"));
        Files.createDirectory(directory.resolve("released"));
        jar(released.resolve("META-INF/idem/shop.Payments.json"), directory.resolve("released/payments.jar"));
        Descriptor.write(method(CHARGE), directory.resolve("target/classes"));
        assertThat(runScript()).isEqualTo(0);
        Descriptor.write(method(CHARGE.replace("int cents", "double cents")), directory.resolve("target/classes"));
        assertThat(runScript()).isEqualTo(1);
    }

    private int runScript() throws IOException, InterruptedException {
        Matcher script = SCRIPT.matcher(Files.readString(DOCUMENT));
        assertWithMessage("a script in the document").that(script.find()).isTrue();
        ProcessBuilder process = new ProcessBuilder("sh", "-e", "-c", script.group(1));
        process.directory(directory.toFile()).redirectErrorStream(true);
        process.redirectOutput(directory.resolve("output.txt").toFile());
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        process.environment().merge("PATH", java, (path, first) -> first + ":" + path);
        process.environment()
                .put(
                        "IDEM_PROCESSOR",
                        Path.of("target", "classes").toAbsolutePath().toString());
        return process.start().waitFor();
    }

    @CanIgnoreReturnValue
    private static Path jar(Path descriptor, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("META-INF/idem/" + descriptor.getFileName()));
            out.write(Files.readAllBytes(descriptor));
        }
        return jar;
    }
}
