package dev.idem.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.intercept.DuplicateOperationException;
import dev.idem.it.Application;
import dev.idem.processor.IdempotentCallProcessor;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guarded types that are on the class path but no beans, each compiled by the processor without the other. */
final class DuplicateOperationTest {

    @TempDir
    private Path first;

    @TempDir
    private Path second;

    @BeforeEach
    void compileFirst() {
        compile(first, "Payments", "charge");
    }

    @Test
    void operation_ofTwoTypes_stopsTheStart() throws Exception {
        compile(second, "Refunds", "charge");
        assertThatExceptionOfType(DuplicateOperationException.class)
                .isThrownBy(() -> startWith(first, second))
                .withMessageStartingWith("Two types declare the operation 'charge': shop.Payments and shop.Refunds.");
    }

    @Test
    void operations_ofTwoTypes_start() throws Exception {
        compile(second, "Refunds", "refund");
        startWith(first, second);
    }

    @Test
    void type_explodedAndInAJar_isOne() throws Exception {
        startWith(first, jarOf(first));
    }

    @Test
    void type_withAnOlderVersionBehindIt_isAsTheFirst() throws Exception {
        compile(second, "Payments", "refund");
        Path refunds = Files.createDirectory(second.resolve("refunds"));
        compile(refunds, "Refunds", "refund");
        startWith(first, second, refunds);
    }

    private static void startWith(Path... classPath) throws IOException {
        ClassLoader parent = DuplicateOperationTest.class.getClassLoader();
        URL[] urls = Stream.of(classPath).map(DuplicateOperationTest::url).toArray(URL[]::new);
        try (URLClassLoader classes = new URLClassLoader(urls, parent);
                Application application = Application.with().on(classes)) {
            application.start();
        }
    }

    private static void compile(Path target, String type, String operation) {
        String source = """
                package shop;
                public class %s {
                  @dev.idem.IdempotentCall(operation = "%s")
                  public String run(String order) { return order; }
                }
                """.formatted(type, operation);
        JavaCompiler.CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        null,
                        List.of("-d", target.toString()),
                        null,
                        List.of(new Source(URI.create("string:///shop/" + type + ".java"), source)));
        task.setProcessors(List.of(new IdempotentCallProcessor()));
        assertThat(task.call()).isTrue();
    }

    private Path jarOf(Path classes) throws IOException {
        Path jar = second.resolve("shop.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(path -> !path.equals(classes)).toList()) {
                boolean directory = Files.isDirectory(path);
                entries.putNextEntry(new JarEntry(classes.relativize(path) + (directory ? "/" : "")));
                entries.write(directory ? new byte[0] : Files.readAllBytes(path));
            }
        }
        return jar;
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(URI name, String text) {
            super(name, JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
