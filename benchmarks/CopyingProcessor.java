import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Writes files that are ready, where the project's processor writes them: what {@link CompileCost} takes for the least
 * that a processor costs. The option {@code ready} names the directory with the files.
 */
public final class CopyingProcessor extends AbstractProcessor {

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.idem.IdempotentCall");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of("ready");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<TypeElement> types = new LinkedHashSet<>();
        for (TypeElement annotation : annotations) {
            for (Element method : round.getElementsAnnotatedWith(annotation)) {
                types.add((TypeElement) method.getEnclosingElement());
            }
        }
        types.forEach(this::copy);
        return false;
    }

    private void copy(TypeElement type) {
        Path ready = Path.of(processingEnv.getOptions().get("ready"));
        String calls = type.getQualifiedName() + "_IdempotentCalls";
        String json = "META-INF/idem/" + type.getQualifiedName() + ".json";
        Filer filer = processingEnv.getFiler();
        try (Writer code = filer.createSourceFile(calls, type).openWriter();
                Writer descriptor = filer.createResource(StandardLocation.CLASS_OUTPUT, "", json, type).openWriter()) {
            code.write(Files.readString(ready.resolve(calls.replace('.', '/') + ".java")));
            descriptor.write(Files.readString(ready.resolve(json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
