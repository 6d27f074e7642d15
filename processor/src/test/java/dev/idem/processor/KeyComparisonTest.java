package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which changes of the code change keys, and how they are told. */
final class KeyComparisonTest {

    private static final String BEFORE = """
            @IdempotentCall(operation = "charge") int charge(Order order, List<Integer> counts) { return 1; }
            record Order(String id, int cents, Order parent) {}
            """;

    @TempDir
    private Path directory;

    private KeyDiffRun diff;

    @BeforeEach
    void prepare() {
        diff = new KeyDiffRun(directory);
    }

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
        assertThat(diff.ofMethods(BEFORE, after)).isEqualTo(0);
        assertThat(diff.output()).isEqualTo("All keys stay the same.\n");
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
        assertThat(diff.ofMethods(BEFORE, BEFORE.replace(old, now == null ? "" : now)))
                .isEqualTo(1);
        assertThat(diff.output()).contains("changed:  operation 'charge': " + text + "\n");
        assertThat(diff.output()).endsWith("Keys have changed.\n");
    }

    @Test
    void newComponentThatCanBeAbsent_isHarmless() throws IOException {
        assertThat(diff.ofMethods(BEFORE, BEFORE.replace("int cents,", "int cents, Boolean gift,")))
                .isEqualTo(0);
        assertThat(diff.output()).isEqualTo("""
                harmless: operation 'charge': 'order.gift' was added; calls without it keep their keys
                All keys stay the same.
                """);
    }

    @Test
    void newMapKey_isNamed() throws IOException {
        assertThat(diff.ofMethods(
                        BEFORE.replace("List<Integer>", "Map<UUID, Long>"),
                        BEFORE.replace("List<Integer>", "Map<Year, Long>")))
                .isEqualTo(1);
        assertThat(diff.output()).contains("'counts[]' was uuid and is integer");
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
        assertThat(diff.ofMethods(before, before.replace(old, now))).isEqualTo(code);
        assertThat(diff.output()).contains(text);
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
        assertThat(diff.ofMethods(before, before.replace("String id", parameters)))
                .isEqualTo(1);
        assertThat(diff.output()).contains(text);
    }

    @Test
    void keyDerivedAgain_isNamed() throws IOException {
        String before = "@IdempotentCall int charge(@IdempotencyKey String key, String id) { return 1; }";
        assertThat(diff.ofMethods(before, before.replace("@IdempotencyKey", "@KeyIgnore")))
                .isEqualTo(1);
        assertThat(diff.output()).isEqualTo("""
                changed:  operation 'shop.Payments.charge': the key came from the client and comes from the content
                Keys have changed.
                """);
    }

    @Test
    void renamedParameter_isNamed() throws IOException {
        assertThat(diff.ofMethods(
                        BEFORE, BEFORE.replace("Order order", "Order purchase").replace("int cents", "double cents")))
                .isEqualTo(1);
        assertThat(diff.output()).isEqualTo("""
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
        assertThat(diff.ofMethods(before, before.replace("order", "purchase"))).isEqualTo(1);
        assertThat(diff.output()).isEqualTo("""
                changed:  operation 'charge': 'order.id' is 'purchase.id' now, since the parameter was renamed
                Keys have changed.
                """);
    }

    @Test
    void parameterRenamedToTheNameOfAnother_isARemovalAndAnAddition() throws IOException {
        String before = "@IdempotentCall(operation = \"charge\") int charge(String a, String b) { return 1; }";
        assertThat(diff.ofMethods(before, before.replace("String b", "String c").replace("String a", "String b")))
                .isEqualTo(1);
        assertThat(diff.output()).isEqualTo("""
                changed:  operation 'charge': 'a' was removed
                harmless: operation 'charge': 'c' was added; calls without it keep their keys
                Keys have changed.
                """);
    }

    @Test
    void lastParameterThatIsGone_isARemoval() throws IOException {
        String before = "@IdempotentCall(operation = \"charge\") int charge(String a, String b) { return 1; }";
        assertThat(diff.ofMethods(before, before.replace(", String b", ""))).isEqualTo(1);
        assertThat(diff.output()).isEqualTo("""
                changed:  operation 'charge': 'b' was removed
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
        assertThat(diff.ofMethods(method.formatted("order"), method.formatted("purchase")))
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
        assertThat(diff.ofMethods(before, before.replace("Loud", "Calm"))).isEqualTo(1);
        assertThat(diff.output()).isEqualTo("""
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
        assertThat(diff.ofMethods(before, before.replace("A", "B"))).isEqualTo(1);
        assertThat(diff.output())
                .contains("'id' was encoded<shop.Payments.A.Loud>? and is encoded<shop.Payments.B.Loud>?");
    }

    @Test
    void renamedOperation_isRemovedAndAdded() throws IOException {
        assertThat(diff.ofMethods(BEFORE, BEFORE.replace("\"charge\"", "\"pay\"")))
                .isEqualTo(1);
        assertThat(diff.output()).isEqualTo("""
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
        assertThat(diff.of(before, after)).isEqualTo(1);
        assertThat(diff.output()).contains("operation 'charge': the encoding was jcs-sha256 and is jcs2-sha256");
    }
}
