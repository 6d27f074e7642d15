package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eclipse's compiler accepts and rejects what javac accepts and rejects, in the same words and on the same lines; of a value
 * inside braces it shows the line of the annotation.
 */
final class EclipseCompilerTest {

    private static final String GOOD = """
            package shop;
            import dev.idem.*;
            import java.util.*;
            class Payments {
              @IdempotentCall(operation = "charge", ttl = "24h", unless = "order.draft")
              Optional<List<String>> charge(Order order, int[] counts, Map<UUID, Shape> shapes) { return null; }
              @IdempotentCall(recordIf = "present", replay = {DeclinedException.class, IllegalStateException.class})
              Optional<Order> find(String id) throws DeclinedException { return Optional.empty(); }
              static class DeclinedException extends Exception {
                public final int code;
                DeclinedException(String message, int code, Throwable cause) { super(message, cause); this.code = code; }
              }
              @IdempotentCall(key = "order.id")
              int refund(Order order) { return charge(order, null, null).hashCode(); }
              record Order(@KeyName("nr") String id, boolean draft, Line<String> line) {}
              static class Line<T> { public T article; public List<Line<T>> more; }
              sealed interface Shape {}
              record Disc(int radius) implements Shape {}
              enum Dot implements Shape { DOT }
            }
            """;

    private static final String BAD = """
            package shop;
            import dev.idem.*;
            class Payments {
              @IdempotentCall
              static int one(String id) { return 1; }
              @IdempotentCall(key = {"id.size", "nothing"},
                  ttl = "x")
              int two(String id) { return 1; }
              @IdempotentCall
              Object three(
                  Object what) { return 1; }
              @IdempotentCall
              int four(Hidden hidden) { return 1; }
              @IdempotentCall
              int five(
                  double amount,
                  String token) { return 1; }
              @IdempotentCall(replay = java.io.IOException.class,
                  recordIf = "whole")
              String six(String id) { return id; }
              static final class Hidden { private int state; int read() { return state; } }
            }
            """;

    @TempDir
    private Path classes;

    @Test
    void goodCode_isCompiledWithTheSameDescriptor() throws IOException {
        assertThat(problems(eclipse(GOOD))).isEmpty();
        String descriptor = Files.readString(classes.resolve("META-INF/idem/shop.Payments.json"));
        assertThat(descriptor).isEqualTo(Descriptor.of(javac(GOOD), "shop.Payments"));
        assertThat(Files.exists(classes.resolve("shop/Payments_IdempotentCalls.class")))
                .isTrue();
    }

    @Test
    void badCode_isRejectedLikeByJavac() throws IOException {
        List<String> expected = problems(javac(BAD).diagnostics());
        assertThat(expected.toString()).contains("[HiddenState]");
        assertThat(problems(eclipse(BAD))).containsExactlyElementsIn(expected);
    }

    private static Compilation javac(String text) {
        return Compiler.javac()
                .withProcessors(new IdempotentCallProcessor())
                .compile(JavaFileObjects.forSourceString("shop.Payments", text));
    }

    private List<Diagnostic<? extends JavaFileObject>> eclipse(String text) throws IOException {
        Path file = Files.writeString(classes.resolve("Payments.java"), text);
        JavaCompiler compiler = new EclipseCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        JavaCompiler.CompilationTask task = compiler.getTask(
                new StringWriter(),
                files,
                diagnostics,
                List.of("--release", "17", "-d", classes.toString(), "-s", classes.toString(), "-classpath", classPath),
                null,
                files.getJavaFileObjects(file));
        task.setProcessors(List.of(new IdempotentCallProcessor()));
        boolean unused = task.call();
        return diagnostics.getDiagnostics();
    }

    /** Ours, without what a compiler adds of its own: kind, line and text. */
    private static List<String> problems(List<? extends Diagnostic<?>> diagnostics) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR
                        || diagnostic.getMessage(Locale.ROOT).startsWith("["))
                .map(diagnostic -> diagnostic.getKind() + " " + diagnostic.getLineNumber() + " "
                        + diagnostic.getMessage(Locale.ROOT))
                .filter(text -> !text.contains("SelfInvocation"))
                .toList();
    }
}
