package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static dev.idem.processor.MethodUnderTest.method;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the comparison of two versions says, and its exit codes. */
final class KeyDiffTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "key-changes.md");
    private static final Pattern SCRIPT = Pattern.compile("(?s)```sh\\n(.*?)```");

    private static final String BEFORE = """
            @IdempotentCall(operation = "charge") int charge(Order order, List<Integer> counts) { return 1; }
            record Order(String id, int cents, Order parent) {}
            """;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int cents, | long cents,",
                "int cents, | Integer cents,",
                "List<Integer> | int[]",
                "Order( | Purchase(",
                "String id, int cents, | int cents, String id,",
                "return 1; | return 2;",
            })
    void changeThatKeepsAllTexts_isNone(String old, String now) throws IOException {
        String after = BEFORE.replace(old, now).replace(now.equals("Purchase(") ? "Order " : "~", "Purchase ");
        assertThat(diff(BEFORE, after)).isEqualTo(0);
        assertThat(output()).isEqualTo("All keys stay the same.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int cents, | | 'order.cents' was removed",
                "int cents, | int cents, boolean gift, | 'order.gift' was added and is always written",
                "int cents, | double cents, | 'order.cents' was integer and is double",
                "int cents, | int amount, | 'order.amount' was added and is always written",
                "List<Integer> | Set<Integer> | 'counts' was list<integer?>? and is set<integer?>?",
                "List<Integer> | List<UUID> | 'counts[]' was integer? and is uuid?",
                "List<Integer> | Map<String, Integer> | 'counts' was list<integer?>? and is map<string,integer?>?",
            })
    void changedKey_isNamed(String old, String now, String text) throws IOException {
        assertThat(diff(BEFORE, BEFORE.replace(old, now == null ? "" : now))).isEqualTo(1);
        assertThat(output()).contains("changed:  operation 'charge': " + text + "\n");
        assertThat(output()).endsWith("Keys have changed.\n");
    }

    @Test
    void newComponentThatCanBeAbsent_isHarmless() throws IOException {
        assertThat(diff(BEFORE, BEFORE.replace("int cents,", "int cents, Boolean gift,")))
                .isEqualTo(0);
        assertThat(output()).isEqualTo("""
                harmless: operation 'charge': 'order.gift' was added; calls without it keep their keys
                All keys stay the same.
                """);
    }

    @Test
    void newMapKey_isNamed() throws IOException {
        assertThat(diff(
                        BEFORE.replace("List<Integer>", "Map<UUID, Long>"),
                        BEFORE.replace("List<Integer>", "Map<Year, Long>")))
                .isEqualTo(1);
        assertThat(output()).contains("'counts[]' was uuid and is integer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record Disc(int r) | record Disc(long r) | 0 | All keys stay the same.",
                "Dot | Point | 1 | 'shape' is no more of the type 'Dot'",
                "Dot | Point | 1 | 'shape' can be of the type 'Point'",
                "record Disc(int r) | record Disc(double r) | 1 | 'shape('Disc').r' was integer and is double",
                "record Disc(int r) | record Disc(int r, Boolean b) | 0 | 'shape('Disc').b' was added; calls",
                "Shape shape | Disc shape | 1 | 'shape' was a sealed type and is one type",
            })
    void sealedType_isComparedByItsSubtypes(String old, String now, int code, String text) throws IOException {
        String before = """
                @IdempotentCall(operation = "draw") int draw(Shape shape) { return 1; }
                sealed interface Shape {}
                sealed interface Round extends Shape {}
                record Disc(int r) implements Round {}
                enum Dot implements Shape { DOT }
                """;
        assertThat(diff(before, before.replace(old, now))).isEqualTo(code);
        assertThat(output()).contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@IdempotencyKey String key, String id | the key came from the content and comes from the client",
                "@KeyContent String id | the content",
            })
    void otherSourceOfTheKey_isNamed(String parameters, String text) throws IOException {
        String before = "@IdempotentCall int charge(String id) { return 1; }";
        assertThat(diff(before, before.replace("String id", parameters))).isEqualTo(1);
        assertThat(output()).contains(text);
    }

    @Test
    void keyDerivedAgain_isNamed() throws IOException {
        String before = "@IdempotentCall int charge(@IdempotencyKey String key, String id) { return 1; }";
        assertThat(diff(before, before.replace("@IdempotencyKey", "@KeyIgnore")))
                .isEqualTo(1);
        assertThat(output()).isEqualTo("""
                changed:  operation 'shop.Payments.charge': the key came from the client and comes from the content
                Keys have changed.
                """);
    }

    @Test
    void renamedParameter_isNamed() throws IOException {
        assertThat(diff(BEFORE, BEFORE.replace("Order order", "Order purchase").replace("int cents", "double cents")))
                .isEqualTo(1);
        assertThat(output()).isEqualTo("""
                changed:  operation 'charge': 'order' is 'purchase' now, since the parameter was renamed
                changed:  operation 'charge': 'purchase.cents' was integer and is double
                Keys have changed.
                """);
    }

    @Test
    void renamedParameterAtTheStartOfAPath_isNamed() throws IOException {
        String before = """
                @IdempotentCall(operation = "charge", key = "order.id") int charge(Order order) { return 1; }
                record Order(String id) {}
                """;
        assertThat(diff(before, before.replace("order", "purchase"))).isEqualTo(1);
        assertThat(output()).isEqualTo("""
                changed:  operation 'charge': 'order.id' is 'purchase.id' now, since the parameter was renamed
                Keys have changed.
                """);
    }

    @Test
    void parameterRenamedToTheNameOfAnother_isARemovalAndAnAddition() throws IOException {
        String before = "@IdempotentCall(operation = \"charge\") int charge(String a, String b) { return 1; }";
        assertThat(diff(before, before.replace("String b", "String c").replace("String a", "String b")))
                .isEqualTo(1);
        assertThat(output()).isEqualTo("""
                changed:  operation 'charge': 'a' was removed
                harmless: operation 'charge': 'c' was added; calls without it keep their keys
                Keys have changed.
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@KeyName(\"order\") String %s",
                "@KeyIgnore Object %s, String id",
                "@KeyContent String %s",
                "@IdempotencyKey String %s"
            })
    void renamedParameterThatIsNotInTheContent_isNone(String parameter) throws IOException {
        String method = "@IdempotentCall int charge(" + parameter + ") { return 1; }";
        assertThat(diff(method.formatted("order"), method.formatted("purchase")))
                .isEqualTo(0);
    }

    @Test
    void otherEncoder_isNamed() throws IOException {
        String before = """
                @IdempotentCall(operation = "charge") int charge(List<Order> orders) { return 1; }
                record Order(@KeyEncodedBy(Loud.class) String id) {}
                static class Loud implements KeyEncoder<String> {
                  @Override public void encode(String value, CanonicalWriter out) { out.value(value); }
                }
                """;
        assertThat(diff(before, before.replace("Loud", "Calm"))).isEqualTo(1);
        assertThat(output()).isEqualTo("""
                changed:  operation 'charge': 'orders[].id' was encoded<shop.Payments.Loud>? and is encoded<shop.Payments.Calm>?
                Keys have changed.
                """);
    }

    @Test
    void encoderOfTheSameNameElsewhere_isNamed() throws IOException {
        String before = """
                @IdempotentCall(operation = "charge") int charge(@KeyEncodedBy(A.Loud.class) String id) { return 1; }
                static class A { static class Loud implements KeyEncoder<String> {
                  @Override public void encode(String value, CanonicalWriter out) { out.value(value); }
                } }
                """;
        assertThat(diff(before, before.replace("A", "B"))).isEqualTo(1);
        assertThat(output()).contains("'id' was encoded<shop.Payments.A.Loud>? and is encoded<shop.Payments.B.Loud>?");
    }

    @Test
    void renamedOperation_isRemovedAndAdded() throws IOException {
        assertThat(diff(BEFORE, BEFORE.replace("\"charge\"", "\"pay\""))).isEqualTo(1);
        assertThat(output()).isEqualTo("""
                changed:  operation 'charge' was removed or renamed: its records are not found any more
                harmless: operation 'pay' was added
                Keys have changed.
                """);
    }

    @Test
    void otherEncoding_changesEveryKey() throws IOException {
        Path before = Descriptor.write(method(BEFORE), directory.resolve("before"));
        Path after = Descriptor.write(method(BEFORE), directory.resolve("after"));
        Path file = after.resolve("META-INF/idem/shop.Payments.json");
        Files.writeString(file, Files.readString(file).replace("jcs-sha256", "jcs2-sha256"));
        assertThat(run(before, after)).isEqualTo(1);
        assertThat(output()).contains("operation 'charge': the encoding was jcs-sha256 and is jcs2-sha256");
    }

    @Test
    void fileDirectoryAndJar_areRead() throws IOException {
        Path classes = Descriptor.write(method(BEFORE), directory.resolve("classes"));
        Path file = classes.resolve("META-INF/idem/shop.Payments.json");
        Path jar = jar(file, directory.resolve("payments.jar"));
        assertThat(run(file, jar)).isEqualTo(0);
        assertThat(run(jar, classes)).isEqualTo(0);
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
        assertThat(run(file, file)).isEqualTo(2);
        assertThat(output()).isNotEmpty();
    }

    @Test
    void pathWithoutDescriptors_isBadInput() throws IOException {
        assertThat(run(directory, directory)).isEqualTo(2);
        assertThat(output()).isEqualTo(directory + ": no descriptors in META-INF/idem/\n");
    }

    @Test
    void pathThatDoesNotExist_isBadInput() {
        assertThat(run(directory.resolve("a.jar"), directory.resolve("b.json"))).isEqualTo(2);
        assertThat(output()).startsWith("Cannot read: ");
    }

    @Test
    void oneOperationInTwoDescriptors_isBadInput() throws IOException {
        Path classes = Descriptor.write(method(BEFORE), directory.resolve("classes"));
        Path file = classes.resolve("META-INF/idem/shop.Payments.json");
        Files.copy(file, classes.resolve("META-INF/idem/shop.Zoo.json"));
        assertThat(run(classes, classes)).isEqualTo(2);
        assertThat(output()).contains("shop.Zoo.json: operation 'charge' is in another descriptor too");
    }

    @Test
    void otherThanTwoArguments_printTheUsage() {
        PrintStream print = new PrintStream(output, true, UTF_8);
        assertThat(KeyDiff.run(List.of("one"), print, print)).isEqualTo(2);
        assertThat(output()).startsWith("Usage: KeyDiff <old> <new>");
    }

    @Test
    void documentedScript_comparesTheReleaseWithTheBuild() throws Exception {
        Path released = Descriptor.write(method(BEFORE), directory.resolve("before"));
        Files.createDirectory(directory.resolve("released"));
        jar(released.resolve("META-INF/idem/shop.Payments.json"), directory.resolve("released/payments.jar"));
        Descriptor.write(method(BEFORE), directory.resolve("target/classes"));
        assertThat(runScript()).isEqualTo(0);
        Descriptor.write(method(BEFORE.replace("int cents", "double cents")), directory.resolve("target/classes"));
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

    private int diff(String before, String after) throws IOException {
        return run(
                Descriptor.write(method(before), directory.resolve("before")),
                Descriptor.write(method(after), directory.resolve("after")));
    }

    private int run(Path before, Path after) {
        PrintStream print = new PrintStream(output, true, UTF_8);
        return KeyDiff.run(Stream.of(before, after).map(Path::toString).toList(), print, print);
    }

    private String output() {
        return Arrays.stream(output.toString(UTF_8).split("\\R", -1)).collect(Collectors.joining("\n"));
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
