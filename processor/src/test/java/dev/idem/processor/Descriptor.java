package dev.idem.processor;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** The descriptors that compilations write. */
final class Descriptor {

    private Descriptor() {}

    /** The text for a type. */
    static String of(Compilation compilation, String type) {
        JavaFileObject file = compilation
                .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/idem/" + type + ".json")
                .orElseThrow(() -> new AssertionError("no descriptor of " + type));
        try {
            return file.getCharContent(false).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the descriptor of {@code shop.Payments} where the compiler would put it below a directory of classes. */
    @CanIgnoreReturnValue
    static Path write(MethodUnderTest method, Path classes) throws IOException {
        Path directory = Files.createDirectories(classes.resolve("META-INF/idem"));
        Files.writeString(directory.resolve("shop.Payments.json"), method.descriptor());
        return classes;
    }
}
