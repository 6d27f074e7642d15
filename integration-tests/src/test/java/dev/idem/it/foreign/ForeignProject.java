package dev.idem.it.foreign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Maven project of somebody else, built in a process of its own and without a network. */
record ForeignProject(Path directory, Repository repository) {

    private static final int MINUTES = 5;

    /** Somewhere outside of this build, so that none of its settings are found. */
    static ForeignProject in(Path directory) throws IOException {
        Repository repository = Repository.create(directory.resolve("repository"));
        ForeignProject project = new ForeignProject(directory.resolve("project"), repository);
        Files.createDirectories(project.directory);
        return project;
    }

    void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** Runs Maven; what it said, if it failed. */
    String build(String goal) throws IOException, InterruptedException {
        write("settings.xml", settings());
        Path log = directory.resolve("maven.log");
        String settings = directory.resolve("settings.xml").toString();
        Process maven = new ProcessBuilder(List.of(
                        maven(),
                        "--batch-mode",
                        "--quiet",
                        "--settings",
                        settings,
                        "--global-settings",
                        settings,
                        "-Dmaven.repo.local=" + directory.resolveSibling("local"),
                        goal))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            boolean ended = maven.waitFor(MINUTES, TimeUnit.MINUTES);
            return ended && maven.exitValue() == 0
                    ? ""
                    : "Maven failed:\n" + Files.readString(log, StandardCharsets.UTF_8);
        } finally {
            maven.destroyForcibly();
        }
    }

    private static String maven() {
        return Path.of(required("maven.home"), "bin", "mvn").toString();
    }

    /** Everything that this build itself needed is in its local repository; nothing else may be asked for. */
    private String settings() {
        return """
                <settings>
                    <mirrors>
                        <mirror>
                            <id>downloaded</id>
                            <mirrorOf>*,!built</mirrorOf>
                            <url>%s</url>
                        </mirror>
                    </mirrors>
                    <profiles>
                        <profile>
                            <id>built</id>
                            <repositories>
                                <repository>
                                    <id>built</id>
                                    <url>%s</url>
                                </repository>
                            </repositories>
                        </profile>
                    </profiles>
                    <activeProfiles>
                        <activeProfile>built</activeProfile>
                    </activeProfiles>
                </settings>
                """.formatted(
                        Path.of(required("localRepository")).toUri(),
                        repository.directory().toUri());
    }

    private static String required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(property + " is not set: run this test with Maven");
        }
        return value;
    }
}
