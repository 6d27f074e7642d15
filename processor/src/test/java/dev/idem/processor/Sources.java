package dev.idem.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** Whole source files, compiled together. */
final class Sources {

    private final List<JavaFileObject> files = new ArrayList<>();
    private final List<Object> options = new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror"));
    private final List<Processor> processors = new ArrayList<>(List.of(new IdempotentCallProcessor()));

    private Sources() {}

    static Sources source(String name, String text) {
        return new Sources().and(name, text);
    }

    Sources and(String name, String text) {
        files.add(JavaFileObjects.forSourceString(name, text));
        return this;
    }

    Sources with(String option) {
        options.add(option);
        return this;
    }

    /** With another processor that runs before this project's. */
    Sources after(Processor processor) {
        processors.add(0, processor);
        return this;
    }

    /** With another processor that runs after this project's. */
    Sources before(Processor processor) {
        processors.add(processor);
        return this;
    }

    /** Compiled by a compiler whose filer throws. */
    Sources withBrokenFiler() {
        return withFiler(filer -> {
            throw new IllegalStateException("broken on purpose");
        });
    }

    /** Compiled in an environment that is not the compiler's own, with this filer. */
    Sources withFiler(UnaryOperator<Filer> filers) {
        processors.set(0, new WrappedProcessor(filers));
        return this;
    }

    Compilation compile() {
        return javac().withOptions(options).withProcessors(processors).compile(files);
    }

    @CanIgnoreReturnValue
    Compilation isAccepted() {
        Compilation compilation = compile();
        assertThat(compilation).succeededWithoutWarnings();
        return compilation;
    }

    /** Asserts exactly one error, on the line of the first file that holds {@code marker}. */
    void isRejected(String code, String text, String marker) {
        failsWith(code, text).inFile(files.get(0)).onLineContaining(marker);
    }

    /** Asserts exactly one warning, on the line of the first file that holds {@code marker}. */
    void isWarnedOf(String code, String text, String marker) {
        Compilation compilation = compile();
        assertThat(compilation).hadWarningCount(1);
        assertThat(compilation)
                .hadWarningContaining(Messages.ofWarning(code, text))
                .inFile(files.get(0))
                .onLineContaining(marker);
    }

    /** Asserts exactly one error, wherever it is shown. */
    @CanIgnoreReturnValue
    CompilationSubject.DiagnosticInFile failsWith(String code, String text) {
        Compilation compilation = compile();
        assertThat(compilation).hadErrorCount(1);
        return assertThat(compilation).hadErrorContaining(Messages.of(code, text));
    }
}
