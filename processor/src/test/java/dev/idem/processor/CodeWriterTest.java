package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The text of generated code: its lines, and how it names classes. */
final class CodeWriterTest {

    private final CodeWriter code = new CodeWriter();

    @Test
    void lines_areIndentedByTheBlocksAroundThem() {
        code.begin("class A")
                .member()
                .begin("if (a)")
                .line("$.b();", new ClassName("", "B"))
                .next("else")
                .line("c();")
                .end();
        code.member().add("int d =\n        1;\n").end();
        assertThat(code.file("")).isEqualTo("""
                class A {
                    if (a) {
                        B.b();
                    } else {
                        c();
                    }

                    int d =
                            1;
                }
                """);
    }

    @Test
    void arguments_areTextCodeAndClasses() {
        Stream<Code> numbers = Stream.of(1, 2).map(number -> Code.of("$", number));
        code.line("$ $$ = $.of($);", List.class, "a", '$', List.class, Code.joined(", ", numbers));
        assertThat(code.file("shop")).isEqualTo("""
                package shop;

                import java.util.List;

                List a$ = List.of(1, 2);
                """);
    }

    @Test
    void placesAndArguments_ofDifferentNumber_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> code.line("$", 1, 2));
        assertThrows(IllegalArgumentException.class, () -> code.line("$$", 1));
    }

    @Test
    void imports_areSortedAndOfOutermostClasses() {
        code.line("$ $ $", new ClassName("b", "B"), Map.Entry.class, new ClassName("a", "A.B.C"));
        assertThat(code.file("shop")).isEqualTo("""
                package shop;

                import a.A;
                import b.B;
                import java.util.Map;

                B Map.Entry A.B.C
                """);
    }

    @Test
    void simpleName_belongsToTheFirstClassOfThatName() {
        code.line("$ $ $", List.class, new ClassName("lib", "List"), new ClassName("lib", "List.Item"));
        assertThat(code.file("shop")).isEqualTo("""
                package shop;

                import java.util.List;

                List lib.List lib.List.Item
                """);
    }

    @Test
    void simpleName_ofAClassInThePackage_isNeverThatOfAnother() {
        code.line("$ $ $", List.class, new ClassName("shop", "List.Item"), new ClassName("", "Map"));
        assertThat(code.file("shop")).isEqualTo("package shop;\n\njava.util.List List.Item Map\n");
    }

    @Test
    void simpleName_inTheUnnamedPackage_isNeverThatOfAnother() {
        code.line("$ $", List.class, new ClassName("", "List"));
        assertThat(code.file("")).isEqualTo("java.util.List List\n");
    }

    @Test
    void literal_isTheText() {
        assertThat(StringLiteral.of("a\"\\\b\t\n\f\r\u0001'$\u00E9"))
                .isEqualTo("\"a\\\"\\\\\\b\\t\\n\\f\\r\\u0001'$\\u00e9\"");
    }
}
