package dev.idem.processor;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * A command that compares the descriptors of two versions and says which calls get other keys.
 *
 * <p>{@code java -cp idem-processor.jar dev.idem.processor.KeyDiff <old> <new>}, where each is a descriptor, a directory
 * of classes or a jar. Exits with 0 if all keys stay, 1 if some change, and 2 if it cannot tell.
 */
public final class KeyDiff {

    private static final int SAME = 0;
    private static final int CHANGED = 1;
    private static final int BAD_INPUT = 2;

    private KeyDiff() {}

    /** Runs the command. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** Runs the command and gives its exit code. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 2) {
            err.println("Usage: KeyDiff <old> <new>, where each is a descriptor, a directory of classes or a jar");
            return BAD_INPUT;
        }
        try {
            return compare(Path.of(arguments.get(0)), Path.of(arguments.get(1)), out);
        } catch (BadDescriptorException e) {
            err.println(e.getMessage());
        } catch (IOException | InvalidPathException e) {
            err.println("Cannot read: " + e);
        }
        return BAD_INPUT;
    }

    private static int compare(Path before, Path after, PrintStream out) throws IOException {
        List<KeyChange> changes = KeyComparison.of(Descriptors.read(before), Descriptors.read(after));
        changes.forEach(out::println);
        boolean changed = changes.stream().anyMatch(KeyChange::breaking);
        out.println(changed ? "Keys have changed." : "All keys stay the same.");
        return changed ? CHANGED : SAME;
    }
}
