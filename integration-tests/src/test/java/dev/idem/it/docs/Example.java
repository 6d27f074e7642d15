package dev.idem.it.docs;

import com.sun.source.util.JavacTask;
import dev.idem.processor.IdempotentCallProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A source file around a block of a page. */
final class Example extends SimpleJavaFileObject {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final Path RESOURCES = Path.of("src/test/resources/dev/idem/it/docs");
    private static final Example SHOP = new Example("Shop", Project.text(RESOURCES.resolve("Shop.java")));

    private final String source;

    private Example(String className, String source) {
        super(URI.create("string:///shop/" + className + ".java"), Kind.SOURCE);
        this.source = source;
    }

    /** The block as what it can be: members of a class, statements, or what follows a statement. */
    static Example of(CodeBlock block) {
        return Arrays.stream(Form.values())
                .map(form -> form.around(block))
                .filter(Example::isWellFormed)
                .findFirst()
                .orElseGet(() -> Form.MEMBERS.around(block));
    }

    private boolean isWellFormed() {
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try {
            ((JavacTask) task(messages, Stream.of("--release", "17", "-proc:none"), List.of(this))).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages.getDiagnostics().isEmpty();
    }

    /** Compiles examples together with the types that they take for granted. */
    static Messages compile(Path directory, List<Example> examples) {
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        JavaCompiler.CompilationTask task = task(
                messages,
                Stream.of(
                        "--release",
                        "17",
                        "-parameters",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-d",
                        directory.toString(),
                        "-Xmaxerrs",
                        "1000",
                        "-Xlint:-options"),
                Stream.concat(Stream.of(SHOP), examples.stream()).toList());
        task.setProcessors(List.of(new IdempotentCallProcessor()));
        task.call();
        return new Messages(messages.getDiagnostics());
    }

    private static JavaCompiler.CompilationTask task(
            DiagnosticCollector<JavaFileObject> messages, Stream<String> options, List<Example> files) {
        return COMPILER.getTask(
                /* out= */ null, /* fileManager= */ null, messages, options.toList(), /* classes= */ null, files);
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
        return source;
    }

    /** What a block can be; the first form in which it can be parsed is its own. */
    private enum Form {
        MEMBERS("%s"),
        STATEMENTS("void example() throws Exception {\n%s}"),
        VALUE("Object example() throws Exception {\n%s}"),
        HANDLER("void example() throws Exception {\ntry {\npayments.charge(order);\n} %s}");

        private static final String TEMPLATE = Project.text(RESOURCES.resolve("Example.java"));

        private final String wrapping;

        Form(String wrapping) {
            this.wrapping = wrapping;
        }

        Example around(CodeBlock block) {
            String code = bodies(block.content());
            boolean returns = code.lines().anyMatch(line -> line.startsWith("return "));
            boolean fits = this == MEMBERS || this == HANDLER || (this == VALUE) == returns;
            String members = fits ? wrapping.replace("%s", code) : "unfit";
            return new Example(
                    block.className(),
                    TEMPLATE.replaceAll("\\bExample\\b", block.className()).replace("    // the block", members));
        }

        /** Gives a body to what the page shows without one. */
        private static String bodies(String code) {
            return code.replaceAll(
                            "(\\)(?:\\s+throws [\\w, .]+)?) \\{ … \\}",
                            "$1 { throw new UnsupportedOperationException(); }")
                    .replace("{ … }", "{}");
        }
    }
}
