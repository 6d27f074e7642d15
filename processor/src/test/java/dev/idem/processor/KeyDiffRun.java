package dev.idem.processor;

import static dev.idem.processor.MethodUnderTest.method;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs of {@link KeyDiff}, and what they print. */
final class KeyDiffRun {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Path directory;

    /** With a directory for the descriptors. */
    KeyDiffRun(Path directory) {
        this.directory = directory;
    }

    /** Compares two versions of {@code shop.Payments}, and gives the exit code. */
    int ofMethods(String before, String after) throws IOException {
        return of(
                Descriptor.write(method(before), directory.resolve("before")),
                Descriptor.write(method(after), directory.resolve("after")));
    }

    int of(Path before, Path after) {
        return of(Stream.of(before, after).map(Path::toString).toList());
    }

    int of(List<String> arguments) {
        PrintStream print = new PrintStream(output, true, UTF_8);
        return KeyDiff.run(arguments, print, print);
    }

    String output() {
        return Arrays.stream(output.toString(UTF_8).split("\\R", -1)).collect(Collectors.joining("\n"));
    }
}
