package dev.idem.it.foreign;

import dev.idem.engine.IdempotencyEngine;
import dev.idem.processor.IdempotentCallProcessor;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Maven repository in a directory, with what this build makes and publishes. */
record Repository(Path directory, String version) {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern VERSION = Pattern.compile("<version>(.+?)</version>");

    /** Fills a repository with the artifacts as they are on the class path. */
    static Repository create(Path directory) throws IOException {
        Repository repository = new Repository(directory, ownVersion());
        repository.add("idem-bom", PROJECT.resolve("bom"));
        repository.add("idem-parent", PROJECT);
        repository.add("idem-runtime", PROJECT.resolve("runtime"));
        repository.addJar("idem-runtime", IdempotencyEngine.class);
        repository.add("idem-processor", PROJECT.resolve("processor"));
        repository.addJar("idem-processor", IdempotentCallProcessor.class);
        return repository;
    }

    /** The value of a property of this build. */
    static String property(String name) throws IOException {
        String poms = Files.readString(PROJECT.resolve("pom.xml"))
                + Files.readString(PROJECT.resolve("bom").resolve("pom.xml"));
        return first(Pattern.compile("<" + Pattern.quote(name) + ">(.+?)</"), poms);
    }

    private static String ownVersion() throws IOException {
        return first(VERSION, Files.readString(PROJECT.resolve("bom").resolve("pom.xml")));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in the POM");
        }
        return matcher.group(1);
    }

    private void add(String artifact, Path module) throws IOException {
        Path place = Files.createDirectories(place(artifact));
        Files.copy(module.resolve("pom.xml"), place.resolve(artifact + '-' + version + ".pom"));
    }

    private void addJar(String artifact, Class<?> inside) throws IOException {
        Path jar = place(artifact).resolve(artifact + '-' + version + ".jar");
        Path built = location(inside);
        if (Files.isDirectory(built)) {
            pack(built, jar);
        } else {
            Files.copy(built, jar);
        }
    }

    private Path place(String artifact) {
        return directory.resolve(Path.of("dev", "idem", artifact, version));
    }

    /** A build that stops before the jars are made has their classes only. */
    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            for (Path entry : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(entry).toString()));
                out.write(Files.readAllBytes(entry));
            }
        }
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
