package dev.idem.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.processor.IdempotentCallProcessor;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison that {@code docs/key-changes.md} shows, run as it is written there. */
final class KeyChangesTest {

    private static final String PAGE = "key-changes.md";

    @TempDir
    private Path directory;

    @Test
    void comparison_asOnThePage_printsWhatIsOnThePage() throws Exception {
        Path before = compile("before", "String id, int cents");
        compile("target/classes", "String id, double cents, Boolean gift");
        Path descriptor = before.resolve("META-INF/idem/shop.Payments.json");
        Files.createDirectories(directory.resolve("released"));
        try (JarOutputStream jar =
                new JarOutputStream(Files.newOutputStream(directory.resolve("released/payments.jar")))) {
            jar.putNextEntry(new JarEntry("META-INF/idem/shop.Payments.json"));
            jar.write(Files.readAllBytes(descriptor));
        }

        assertThat(run(block("sh"))).isEqualTo(block("text"));
    }

    private static String block(String language) {
        return Page.all().stream()
                .filter(page -> page.name().endsWith(PAGE))
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals(language))
                .map(CodeBlock::content)
                .findFirst()
                .orElseThrow();
    }

    private String run(String command) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).directory(directory.toFile());
        shell.environment().putAll(Map.of("IDEM_PROCESSOR", classPath(), "PATH", path()));
        Process process = shell.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isOne();
        return output;
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static String path() {
        return Path.of(System.getProperty("java.home"), "bin") + File.pathSeparator + System.getenv("PATH");
    }

    private Path compile(String place, String members) throws IOException {
        Path classes = Files.createDirectories(directory.resolve(place));
        var task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        /* out= */ null,
                        /* fileManager= */ null,
                        /* diagnosticListener= */ null,
                        List.of("-d", classes.toString(), "-classpath", classPath()),
                        /* classes= */ null,
                        List.of(payments(members)));
        task.setProcessors(Stream.of(new IdempotentCallProcessor()).toList());
        assertThat(task.call()).isTrue();
        return classes;
    }

    private static JavaFileObject payments(String members) {
        return new SimpleJavaFileObject(URI.create("string:///shop/Payments.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public String getCharContent(boolean ignoreEncodingErrors) {
                return """
                        package shop;
                        import dev.idem.IdempotentCall;
                        class Payments {
                            @IdempotentCall(operation = "payments.charge")
                            String charge(Order order) { return ""; }
                        }
                        @SuppressWarnings("idem:FloatingPointKey")
                        record Order(%s) {}
                        """.formatted(members);
            }
        };
    }
}
