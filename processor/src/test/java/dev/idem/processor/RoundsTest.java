package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.idem.processor.Sources.source;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several rounds, several types, several problems in one compile. */
final class RoundsTest {

    private static final String PAYMENTS = """
            package shop;
            class Payments {
              @dev.idem.IdempotentCall(
                  key = "order.id")
              Receipt charge(Order order) { return null; }
            }
            """;

    private static final String BASE =
            "package shop; class GeneratedBase { private String id; public String getId() { return id; } }";

    @Test
    void typesGeneratedByAProcessorThatRunsFirst_areWaitedFor() {
        source("shop.Payments", PAYMENTS)
                .after(new GeneratingProcessor("shop.Order", "package shop; record Order(String id) {}"))
                .after(new GeneratingProcessor("shop.Receipt", "package shop; record Receipt(String id) {}"))
                .isAccepted();
    }

    @Test
    void typesGeneratedByAProcessorThatRunsLast_areWaitedFor() {
        source("shop.Payments", PAYMENTS)
                .before(new GeneratingProcessor("shop.Order", "package shop; record Order(String id) {}"))
                .before(new GeneratingProcessor("shop.Receipt", "package shop; record Receipt(String id) {}"))
                .isAccepted();
    }

    @Test
    void accessorsInAGeneratedSuperclass_areWaitedFor() {
        source("shop.Payments", PAYMENTS)
                .and("shop.Order", "package shop; class Order extends GeneratedBase {}")
                .and("shop.Receipt", "package shop; record Receipt(java.util.List<Order> orders) {}")
                .before(new GeneratingProcessor("shop.GeneratedBase", BASE))
                .isAccepted();
    }

    @Test
    void memberTypesThatAreGeneratedLater_areWaitedFor() {
        source("shop.Payments", PAYMENTS.replace("key = \"order.id\"", ""))
                .and("shop.Order", "package shop; record Order(java.util.Map<String, Line[]> lines) {}")
                .and("shop.Receipt", "package shop; record Receipt(java.util.Map<Kind, Line[]> lines) {}")
                .before(new GeneratingProcessor("shop.Line", "package shop; record Line(String id) {}"))
                .before(new GeneratingProcessor("shop.Kind", "package shop; enum Kind { A }"))
                .isAccepted();
    }

    /** Before it is there, the compiler takes an encoder of anything for one of the type. */
    @ParameterizedTest
    @CsvSource({"Line, String", "? extends Line, ? extends Number"})
    void typeArgumentOfAnEncodedValue_isWaitedFor(String argument, String encoded) {
        source("shop.Payments", """
                        package shop;
                        import dev.idem.key.*;
                        import java.util.List;
                        class Payments {
                          @dev.idem.IdempotentCall
                          String charge(
                              @KeyEncodedBy(Joined.class) List<%1$s> lines) { return ""; }
                          static class Joined implements KeyEncoder<List<%2$s>> {
                            @Override public void encode(List<%2$s> value, CanonicalWriter out) { out.nullValue(); }
                          }
                        }
                        """.formatted(argument, encoded))
                .before(new GeneratingProcessor("shop.Line", "package shop; record Line(String id) {}"))
                .isRejected(
                        "BadEncoder",
                        ("@KeyEncodedBy(Joined.class) for 'lines' names an encoder of List<%s>, not of List<%s>. Name an"
                                        + " encoder of that type.")
                                .formatted(encoded, argument),
                        "@KeyEncodedBy(");
    }

    @Test
    void constantsThatAreGeneratedLater_areWaitedFor() {
        source("shop.Payments", """
                        package shop;
                        class Payments {
                          @dev.idem.IdempotentCall(operation = Names.CHARGE, ttl = Names.TTL, key = {"id", Names.KEY})
                          String charge(String id, String more) { return id; }
                        }
                        """)
                .before(
                        new GeneratingProcessor(
                                "shop.Names",
                                "package shop; interface Names { String CHARGE = \"c\"; String TTL = \"1h\"; String KEY = \"more\"; }"))
                .isAccepted();
    }

    @Test
    void typeThatNobodyGenerates_isReportedByNameAndMethod() {
        Compilation compilation = source("shop.Payments", PAYMENTS)
                .and("shop.Receipt", "package shop; record Receipt(String id) {}")
                .compile();
        assertThat(compilation)
                .hadErrorContaining(Messages.of(
                        "UnresolvedType",
                        "@IdempotentCall method Payments.charge(Order) uses the type 'Order', which could not be"
                                + " resolved. If it is generated, look above for what kept it from being generated."
                                + " Otherwise add it to the class path or correct its name."));
    }

    @Test
    void typesGeneratedInALaterRound_areOfThisCompilationAndDescribed() throws IOException {
        Compilation compilation = source("shop.Payments", PAYMENTS.replace("key = \"order.id\"", ""))
                .and("shop.Receipt", "package shop; record Receipt(String id) {}")
                .before(new GeneratingProcessor("shop.Order", "package shop; record Order(String id) {}"))
                .isAccepted();
        assertThat(Descriptor.of(compilation, "shop.Payments")).contains("\"order\": \"object<Order>?\"");
        String generated = compilation
                .generatedSourceFile("shop.Payments_IdempotentCalls")
                .orElseThrow()
                .getCharContent(false)
                .toString();
        assertThat(generated).doesNotContain("foreignTypes");
    }

    @Test
    void unresolvedType_isNotReportedAfterOtherErrors() {
        Compilation compilation = source("shop.Payments", PAYMENTS)
                .and("shop.Receipt", "package shop; record Receipt(String id) {}")
                .after(new FailingProcessor())
                .compile();
        assertThat(compilation).hadErrorContaining("nothing to generate from");
        assertThat(messages(compilation)).doesNotContain("[UnresolvedType]");
    }

    @Test
    void problemsOfManyElements_areAllReportedInOneCompile() {
        Compilation compilation =
                source("shop.Payments", """
                        package shop;
                        import dev.idem.*;
                        class Payments {
                          @IdempotentCall static String one(String id) { return id; }
                          @IdempotentCall(ttl = "x", lease = "y", key = {"a", "b"}) Object two(Object id) { return id; }
                          @IdempotentCall String good(String id) { return id; }
                          static class Inner {
                            @IdempotentCall String three() { return ""; }
                          }
                        }
                        """).and("shop.Good", """
                        package shop;
                        interface Good { @dev.idem.IdempotentCall String charge(String id); }
                        """).compile();
        assertThat(compilation).hadErrorCount(7);
        String messages = messages(compilation);
        assertThat(messages.split("\\[UnknownParameter\\]", -1)).hasLength(3);
        assertThat(messages.split("\\[BadDuration\\]", -1)).hasLength(3);
        assertThat(messages).contains("[StaticMethod]");
        assertThat(messages).contains("[UnstorableResult]");
        assertThat(messages).contains("[NoKey]");
    }

    @Test
    void typeWithProblems_getsNoGeneratedClassButOthersDo() {
        LookingProcessor looking = new LookingProcessor("shop.Payments_IdempotentCalls", "shop.Good_IdempotentCalls");
        Compilation compilation = source("shop.Payments", """
                        package shop;
                        class Payments {
                          @dev.idem.IdempotentCall static String one(String id) { return id; }
                          @dev.idem.IdempotentCall String good(String id) { return id; }
                        }
                        """)
                .and("shop.Good", "package shop; interface Good { @dev.idem.IdempotentCall int charge(String id); }")
                .after(looking)
                .compile();
        assertThat(compilation).hadErrorCount(1);
        assertThat(looking.found()).containsExactly("shop.Good_IdempotentCalls");
    }

    @Test
    void nameThatIsTaken_isReported() {
        Compilation compilation = source("shop.Payments", """
                        package shop;
                        class Payments { @dev.idem.IdempotentCall String charge(String id) { return id; } }
                        """)
                .and("shop.Payments_IdempotentCalls", "package shop; class Payments_IdempotentCalls {}")
                .with("-Xlint:none")
                .compile();
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining("[CannotWrite] The class shop.Payments_IdempotentCalls cannot be generated");
    }

    @Test
    void failureOfTheProcessor_saysThatItIsABugAndWhereToReportIt() {
        Compilation compilation = source("shop.Payments", """
                        package shop;
                        class Payments { @dev.idem.IdempotentCall String charge(String id) { return id; } }
                        """).withBrokenFiler().compile();
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining(
                        "[InternalError] Idem failed while it read shop.Payments, which is a bug in Idem and not in this"
                                + " code. Report it, with the lines below, at https://github.com/idem-dev/idem/issues.");
        assertThat(messages(compilation)).contains("java.lang.IllegalStateException: broken on purpose");
    }

    @Test
    void classThatCannotBeLoaded_isAFailureOfTheProcessor() {
        Compilation compilation = source("shop.Payments", """
                        package shop;
                        class Payments { @dev.idem.IdempotentCall String charge(String id) { return id; } }
                        """)
                .withFiler(filer -> {
                    throw new NoClassDefFoundError("shop/Lost");
                })
                .compile();
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation).hadErrorContaining("[InternalError]");
        assertThat(messages(compilation)).contains("java.lang.NoClassDefFoundError: shop/Lost");
    }

    @Test
    void generatedText_isTheSameEachTime() {
        long texts = IntStream.range(0, 3)
                .mapToObj(i -> GoldenTest.generated(GoldenTest.ORDERS))
                .distinct()
                .count();
        assertThat(texts).isEqualTo(1);
    }

    private static String messages(Compilation compilation) {
        return compilation.errors().toString();
    }
}
