package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static dev.idem.processor.MethodUnderTest.method;
import static dev.idem.processor.Sources.source;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated code fits into builds of every kind, and the processor registers itself in them. */
final class GeneratedCodeTest {

    private static final String PLAIN = "@IdempotentCall String charge(String id) { return id; }";

    @Test
    void release17_isEnough() {
        method(PLAIN).with("--release").with("17").isAccepted();
    }

    @Test
    void nestedType_getsAClassWithTheNamesOfBoth() {
        Compilation compilation = source("shop.Outer", """
                        package shop;
                        class Outer { static class Inner {
                          @dev.idem.IdempotentCall String charge(String id) { return id; }
                        } }
                        """).isAccepted();
        assertThat(compilation.generatedSourceFile("shop.Outer_Inner_IdempotentCalls"))
                .isPresent();
    }

    @Test
    void typeInTheUnnamedPackage_works() {
        source("Payments", "class Payments { @dev.idem.IdempotentCall String charge(String id) { return id; } }")
                .isAccepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@Deprecated", "@Deprecated(forRemoval = true)"})
    void deprecatedTypesAndMembers_giveNoWarning(String deprecated) {
        method("""
                        %s record Order(String id) { %s public String id() { return id; } }
                        %s enum Color { RED }
                        @IdempotentCall(key = {"order", "order.id", "color"})
                        Color charge(Order order, Color color) { return color; }
                        """.formatted(deprecated, deprecated, deprecated)).isAccepted();
    }

    @Test
    void rawAndGenericParameters_giveNoWarning() {
        method("""
                        @SuppressWarnings("rawtypes")
                        @IdempotentCall(key = {"ids", "all", "raw.empty", "rows"}, unless = "list.empty")
                        String charge(List<String> ids, Set<Long>[] all, Map raw, List<? extends List> list,
                            List<Set<Integer>[]> rows, Map<String, ?> more) { return ""; }
                        """).isAccepted();
    }

    @Test
    void typesThatGeneratedCodeCannotName_becomeWildcards() {
        method("""
                        private record Hidden(String id) {}
                        record Box<T>(T content, String id) {}
                        record Two<A, B>(A first, B second) {}
                        class Inner { boolean isOpen() { return true; } }
                        static class Text implements KeyEncoder<Object> {
                          @Override public void encode(Object value, CanonicalWriter out) { out.value("text"); }
                        }
                        @IdempotentCall(
                            key = {"box.id", "rows.empty", "all.id", "two.first", "boxes", "deep.content.content.name",
                                "wild.content.name"},
                            unless = "inner.open")
                        String charge(Box<T> box, List<Map<T, ? super S[]>> rows, Box<Hidden> all, Inner inner,
                            Two<String, Hidden> two, @KeyEncodedBy(Text.class) Box<Hidden>[] boxes,
                            Box<Box<T>> deep, Box<? extends T> wild) { return "" + new Hidden(""); }
                        """)
                .inside("record Named(String name) {}\n class Payments<T extends Named, S>")
                .isAccepted();
    }

    @Test
    void typeAnnotations_areNotCopied() {
        source("shop.Payments", """
                        package shop;
                        import java.util.List;
                        class Payments {
                          record Order(@Nullable String id, List<@Nullable String> names) {}
                          @dev.idem.IdempotentCall
                          @Nullable List<@Nullable Order> charge(@Nullable Order order, List<@Nullable Order> more,
                              @Nullable String @Nullable [] names) { return null; }
                        }
                        """).and("shop.Nullable", """
                        package shop;
                        import java.lang.annotation.*;
                        @Target(ElementType.TYPE_USE) @interface Nullable {}
                        """).isAccepted();
    }

    @Test
    void typesWithNamesOfTheJdk_areNotTakenForThem() {
        source("shop.Payments", """
                        package shop;
                        class Payments {
                          record List(String id) {}
                          @dev.idem.IdempotentCall(key = {"list", "object", "other", "all", "operation"})
                          String charge(List list, Object object, lib.List other, java.util.List<List> all, Operation operation) {
                            return "";
                          }
                        }
                        """)
                .and("shop.Object", "package shop; record Object(String id) {}")
                .and("shop.Operation", "package shop; record Operation(String id) {}")
                .and("lib.List", "package lib; public record List(String id) {}")
                .isAccepted();
    }

    @Test
    void typesOfTheUnnamedPackage_areNotTakenForThoseOfTheJdk() {
        source("Payments", "class Payments { @dev.idem.IdempotentCall List charge(List list) { return list; } }")
                .and("List", "record List(java.util.List<String> ids) {}")
                .isAccepted();
    }

    @Test
    void innerTypesOfGenericOnes_areNamed() {
        method("""
                        static class Box<T> {
                          @KeyIgnore private T content;
                          class Lid { public String color = ""; }
                        }
                        record Order(Box<String>.Lid lid) {}
                        @IdempotentCall(key = {"lid.color", "order.lid.color", "lids.empty"})
                        String charge(Box<String>.Lid lid, Order order, List<Box<String>.Lid> lids) { return ""; }
                        """).isAccepted();
    }

    @Test
    void namesThatAreKeywordsOrTaken_getAnUnderscore() {
        method("""
                        record Order(String out, String value, String element, List<List<String>> elements, String $) {
                          Boolean getDefault() { return true; }
                        }
                        @IdempotentCall(key = {"order", "out", "order.default", "$"}, unless = "arguments.default")
                        String charge(Order order, Order arguments, String out, String $) { return ""; }
                        """).isAccepted();
    }

    /** A compiler that is told {@code -encoding US-ASCII} writes any other character as a question mark. */
    @Test
    void textOfAnyLanguage_isWrittenInAscii() {
        MethodUnderTest method = method("""
                        @IdempotentCall(operation = "gr\u00fc\u00dfe") String charge(@KeyName("\u20ac") String id) { return ""; }
                        """);
        assertThat(method.descriptor()).matches("[\\x00-\\x7f]*gr\\\\u00fc\\\\u00dfe[\\x00-\\x7f]*");
        assertThat(text(method.compile().generatedSourceFiles().get(0))).matches("[\\x00-\\x7f]*");
        method.called("\"a\"").writes("{\"\u20ac\":\"a\"}");
    }

    @Test
    void typesOfOtherArtifacts_areReadFromTheirClassFiles(@TempDir Path library) throws IOException {
        Compilation compiled = javac().compile(JavaFileObjects.forSourceString("lib.Order", """
                                package lib;
                                import dev.idem.KeyIgnore;
                                public record Order(String id, @KeyIgnore java.time.Instant at, Line line) {
                                  public static class Base {
                                    private String sku = "s";
                                    @KeyIgnore private int cache;
                                    public String getSku() { return sku + (cache > 0 ? "" : ""); }
                                  }
                                  public static class Line extends Base {
                                    private boolean gift = true;
                                    private transient int seen = 1;
                                    public boolean isGift() { return gift && seen > 0; }
                                  }
                                }
                                """));
        for (JavaFileObject file : compiled.generatedFiles()) {
            Path target = library.resolve(file.toUri().getPath().substring("/CLASS_OUTPUT/".length()));
            Files.createDirectories(target.getParent());
            try (InputStream in = file.openInputStream()) {
                Files.write(target, in.readAllBytes());
            }
        }
        String classPath = library + System.getProperty("path.separator") + System.getProperty("java.class.path");
        Compilation compilation =
                source("shop.Payments", """
                        package shop;
                        class Payments { @dev.idem.IdempotentCall String charge(lib.Order order) { return ""; } }
                        """).with("-classpath").with(classPath).isAccepted();
        assertThat(text(compilation.generatedSourceFiles().get(0))
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("out.name")))
                .containsExactly(
                        "out.name(NAME_ORDER);",
                        "out.name(NAME_GIFT);",
                        "out.name(NAME_SKU);",
                        "out.name(NAME_ID);",
                        "out.name(NAME_LINE);");
    }

    @Test
    void accessorsAndTypesOfOtherPackages_areUsedOnlyWhereVisible() {
        source("shop.Payments", """
                        package shop;
                        class Payments {
                          @dev.idem.IdempotentCall(key = {"order.id", "order.owner"})
                          String charge(lib.Order order) { return ""; }
                        }
                        """)
                .and("lib.Order", """
                        package lib;
                        public class Order extends Base { String getOwner() { return "near"; } }
                        """)
                .and("lib.Base", "package lib; class Base { public String getId() { return \"\"; } }")
                .isRejected(
                        "UnknownProperty",
                        "key 'order.owner' cannot be read: Order has no accessible 'owner', 'owner()' or 'getOwner()'"
                                + " without parameters and checked exceptions. Properties are: id.",
                        "order.owner");
    }

    @Test
    void processor_isRegisteredWithJavacAndGradle() throws IOException {
        String name = IdempotentCallProcessor.class.getName();
        assertThat(resource("META-INF/services/javax.annotation.processing.Processor"))
                .isEqualTo(name + "\n");
        assertThat(resource("META-INF/gradle/incremental.annotation.processors"))
                .isEqualTo(name + ",isolating\n");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = IdempotentCallProcessor.class.getClassLoader().getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }

    private static String text(JavaFileObject file) {
        try {
            return file.getCharContent(false).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
