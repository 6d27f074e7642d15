package dev.idem.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A JDK that runs suites.
 *
 * @param home its directory
 * @param version as its release file says
 */
record Jdk(Path home, String version) {

    static Jdk at(Path home) {
        Properties release = new Properties();
        try (var text = Files.newBufferedReader(home.resolve("release"), UTF_8)) {
            release.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Jdk(home, release.getProperty("JAVA_VERSION").replace("\"", ""));
    }

    /** 17 of 17.0.15. */
    String feature() {
        return version.split("\\.", 2)[0];
    }

    String java() {
        return home.resolve("bin").resolve("java").toString();
    }

    /** Runs a class of this class path in a process of its own until it ends. */
    void run(Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java(), "-classpath", System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(arguments);
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(main.getSimpleName() + " ended with " + code + '.');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
