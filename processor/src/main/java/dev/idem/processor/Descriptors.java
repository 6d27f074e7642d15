package dev.idem.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Finds descriptors: in one file, in a directory of classes, or in a jar. */
final class Descriptors {

    private static final String SUFFIX = ".json";

    private final Map<String, KeyOperation> operations = new TreeMap<>();

    private Descriptors() {}

    /**
     * All operations that a path holds, by name.
     *
     * @throws BadDescriptorException if it holds none, or something that is not a descriptor
     */
    static Map<String, KeyOperation> read(Path path) throws IOException {
        Descriptors descriptors = new Descriptors();
        if (Files.isDirectory(path)) {
            descriptors.addDirectory(path.resolve(DescriptorWriter.DIRECTORY));
        } else if (path.toString().endsWith(SUFFIX)) {
            descriptors.add(path.toString(), Files.readString(path));
        } else {
            descriptors.addJar(path);
        }
        if (descriptors.operations.isEmpty()) {
            throw new BadDescriptorException(path + ": no descriptors in " + DescriptorWriter.DIRECTORY);
        }
        return descriptors.operations;
    }

    private void addDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                List<Path> descriptors = files.filter(file -> file.toString().endsWith(SUFFIX))
                        .sorted()
                        .toList();
                for (Path file : descriptors) {
                    add(file.toString(), Files.readString(file));
                }
            }
        }
    }

    private void addJar(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            List<? extends ZipEntry> descriptors = jar.stream()
                    .filter(entry -> entry.getName().startsWith(DescriptorWriter.DIRECTORY)
                            && entry.getName().endsWith(SUFFIX))
                    .toList();
            for (ZipEntry entry : descriptors) {
                try (InputStream in = jar.getInputStream(entry)) {
                    add(path + "!" + entry.getName(), new String(in.readAllBytes(), UTF_8));
                }
            }
        }
    }

    private void add(String source, String descriptor) {
        try {
            KeyOperation.read(descriptor).forEach((name, operation) -> {
                if (operations.put(name, operation) != null) {
                    throw new BadDescriptorException("operation '" + name + "' is in another descriptor too");
                }
            });
        } catch (BadDescriptorException e) {
            throw new BadDescriptorException(source + ": " + e.getMessage());
        }
    }
}
