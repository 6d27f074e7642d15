package dev.idem.it.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of the project, as its pages name them: from the root. */
final class Project {

    static final Path ROOT = Path.of("..");

    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");

    private Project() {}

    static boolean has(String path) {
        return Files.exists(ROOT.resolve(path));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files below a directory whose name has this ending, in the order of their paths. */
    static List<Path> files(String directory, String ending) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT.resolve(directory).normalize(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(path.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    if (path.toString().endsWith(ending)) {
                        found.add(path);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }
}
