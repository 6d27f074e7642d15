package dev.idem.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.truth.Truth;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.idem.engine.Operation;
import dev.idem.key.CanonicalWriter;
import dev.idem.key.LookupKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Members of a class with one guarded method, and perhaps the types it needs, compiled inside that class. */
final class MethodUnderTest {

    private final String type;
    private final String members;
    private final String arguments;
    private final List<String> options;

    private MethodUnderTest(String type, String members, String arguments, List<String> options) {
        this.type = type;
        this.members = members;
        this.arguments = arguments;
        this.options = options;
    }

    /** Members of the class {@code shop.Payments}. */
    static MethodUnderTest method(String members) {
        return new MethodUnderTest("class Payments", members, "", List.of("-Xlint:all,-processing", "-Werror"));
    }

    /** The same members, in a type declared in these words. */
    MethodUnderTest inside(String declaration) {
        return new MethodUnderTest(declaration, members, arguments, options);
    }

    /** With one more compiler option. */
    MethodUnderTest with(String option) {
        return new MethodUnderTest(
                type,
                members,
                arguments,
                Stream.concat(options.stream(), Stream.of(option)).toList());
    }

    /** Called with these arguments, written in Java. */
    MethodUnderTest called(String expressions) {
        return new MethodUnderTest(type, members, expressions, options);
    }

    /** Asserts exactly one error, with this code and exactly this text, on the line that holds {@code marker}. */
    void isRejected(String code, String text, String marker) {
        JavaFileObject source = source();
        Compilation compilation = compile(source);
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining(Messages.of(code, text))
                .inFile(source)
                .onLineContaining(marker);
    }

    /** Asserts exactly one warning, with this code and exactly this text, on the line that holds {@code marker}. */
    void isWarnedOf(String code, String text, String marker) {
        JavaFileObject source = source();
        Compilation compilation = compile(source);
        assertThat(compilation).hadWarningCount(1);
        assertThat(compilation)
                .hadWarningContaining(Messages.ofWarning(code, text))
                .inFile(source)
                .onLineContaining(marker);
    }

    /** Asserts that the code compiles together with what is generated, without a warning. */
    void isAccepted() {
        assertThat(compile()).succeededWithoutWarnings();
    }

    /** Asserts that the content of the call is this JSON. */
    void writes(String json) {
        Truth.assertThat(content()).isEqualTo(json);
    }

    /** The content of the call. */
    String content() {
        LoadedCalls calls = operations();
        CanonicalWriter out = new CanonicalWriter();
        calls.operation().content().write(calls.arguments(), out);
        assertLookedUp(calls.operation(), calls.arguments());
        return new String(out.toBytes(), UTF_8);
    }

    /** Every call that has a content is recognised by its lookup key, if there is one. */
    private static void assertLookedUp(Operation operation, Object[] arguments) {
        LookupKey lookup = operation.lookup();
        if (lookup != null) {
            Truth.assertThat(lookup.matches(arguments, lookup.copy(arguments))).isTrue();
            Truth.assertThat(lookup.hash(arguments)).isEqualTo(lookup.hash(arguments));
        }
    }

    /** Whether the call goes straight through. */
    boolean isBypassed() {
        LoadedCalls calls = operations();
        return calls.operation().unless().test(calls.arguments());
    }

    /** Whether a result is recorded; it stands in the place of the arguments. */
    boolean records() {
        LoadedCalls calls = operations();
        return calls.operation().recordIf().test(calls.arguments()[0]);
    }

    /** What a result used, each amount behind its path; the result stands in the place of the arguments. */
    List<String> amounts() {
        LoadedCalls calls = operations();
        return calls.operation().savings().stream()
                .map(saving -> saving.unit()
                        + '='
                        + (calls.arguments()[0] == null ? null : saving.amount().apply(calls.arguments()[0])))
                .toList();
    }

    /** The key that the client gave with the call. */
    @Nullable
    String clientKey() {
        LoadedCalls calls = operations();
        return Objects.requireNonNull(calls.operation().clientKey()).read(calls.arguments());
    }

    /** The one operation. */
    Operation operation() {
        return operations().operation();
    }

    /** What was generated; of warnings, only those that users can accept are allowed here. */
    LoadedCalls operations() {
        return LoadedCalls.of(tolerated(), "shop.Payments");
    }

    /** The descriptor of {@code shop.Payments}. */
    String descriptor() {
        return Descriptor.of(tolerated(), "shop.Payments");
    }

    private Compilation tolerated() {
        List<String> tolerant =
                options.stream().filter(option -> !option.equals("-Werror")).toList();
        Compilation compilation = new MethodUnderTest(type, members, arguments, tolerant).compile();
        assertThat(compilation).succeeded();
        compilation
                .warnings()
                .forEach(warning -> Truth.assertThat(warning.getMessage(null)).contains("To accept it, add"));
        return compilation;
    }

    Compilation compile() {
        return compile(source());
    }

    private Compilation compile(JavaFileObject source) {
        List<Object> all = new ArrayList<>(options);
        return javac().withOptions(all)
                .withProcessors(new IdempotentCallProcessor())
                .compile(source);
    }

    private JavaFileObject source() {
        return JavaFileObjects.forSourceString("shop.Payments", """
                package shop;
                import dev.idem.*;
                import dev.idem.key.*;
                import java.math.*;
                import java.net.*;
                import java.time.*;
                import java.util.*;
                %s {
                %s
                }
                class Example {
                  static Object[] arguments() { return new Object[] {%s}; }
                  private Example() {}
                }
                """.formatted(type, members.indent(2), arguments));
    }
}
