package dev.idem.it.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of the pages, in blocks and in the text, name modules, profiles, tests, properties and files that exist. */
final class CommandsTest {

    static final Set<String> LANGUAGES = Set.of("sh");

    private static final Set<String> PHASES =
            Set.of("clean", "test-compile", "process-test-classes", "test", "package", "verify", "install", "deploy");
    private static final Set<String> SWITCHES = Set.of("-B", "-ntp", "-q", "-o", "-am");
    private static final Set<String> PROPERTIES_OF_PLUGINS =
            Set.of("skipTests", "groups", "excludedGroups", "surefire.failIfNoSpecifiedTests", "targetClasses");

    private static final List<Path> POMS = Project.files("", "pom.xml");
    private static final String BUILD = POMS.stream().map(Project::text).collect(Collectors.joining());
    private static final String SOURCES =
            Project.files("", ".java").stream().map(Project::text).collect(Collectors.joining());

    static Stream<Command> commands() {
        Stream<Command> blocks = Page.blocks(LANGUAGES).stream().flatMap(block -> Command.of(block).stream());
        Stream<Command> text = Page.all().stream()
                .flatMap(page -> page.inlineCode().stream()
                        .filter(code -> code.matches("(?:mvn|java) [^…]*"))
                        .flatMap(code -> Command.of(page.name(), code).stream()));
        return Stream.concat(blocks, text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void command_ofAPage_namesWhatExists(Command command) {
        switch (command.program()) {
            case "mvn" -> checkMaven(command);
            case "java" -> checkJava(command);
            case "curl" -> checkCurl(command);
            case "sed" -> checkFiles(command);
            default -> fail("Nobody knows how to check the program '%s'.", command.program());
        }
    }

    private static void checkMaven(Command command) {
        assertThat(command.operands()).isNotEmpty().allMatch(CommandsTest::isGoal);
        command.value("-f")
                .ifPresent(file -> assertThat(Project.has(file)).as(file).isTrue());
        assertThat(modules(command)).allMatch(module -> Project.has(module + "/pom.xml"));
        for (String option : command.options()) {
            if (option.startsWith("-D")) {
                checkProperty(command, option.substring(2));
            } else if (option.startsWith("-P")) {
                assertThat(option.substring(2).split(",", -1))
                        .allMatch(profile -> BUILD.contains("<id>" + profile + "</id>"));
            } else {
                assertThat(option).matches(word -> SWITCHES.contains(word) || word.equals("-pl") || word.equals("-f"));
            }
        }
    }

    private static boolean isGoal(String word) {
        String[] parts = word.split("[:@]", -1);
        return parts.length == 1
                ? PHASES.contains(word)
                : (BUILD.contains(parts[0] + "-maven-plugin") || BUILD.contains("maven-" + parts[0] + "-plugin"))
                        && (parts.length == 2 || BUILD.contains("<id>" + parts[2] + "</id>"));
    }

    private static List<String> modules(Command command) {
        return command.value("-pl").map(list -> List.of(list.split(",", -1))).orElse(List.of());
    }

    private static void checkProperty(Command command, String property) {
        String name = property.replaceFirst("=.*", "");
        String value = property.replaceFirst("[^=]*=?", "");
        switch (name) {
            case "test" -> Stream.of(value.split(",", -1)).forEach(test -> checkTest(command, test));
            case "groups", "excludedGroups" -> assertThat(SOURCES).contains("@Tag(\"" + value + "\")");
            case "benchmark" -> assertThat(SOURCES).containsPattern("class " + value + "\\b");
            default ->
                assertThat(name)
                        .matches(known -> PROPERTIES_OF_PLUGINS.contains(known)
                                || BUILD.contains(known)
                                || SOURCES.contains('"' + known + '"'));
        }
    }

    private static void checkTest(Command command, String pattern) {
        List<String> modules = modules(command);
        assertThat(modules.isEmpty() ? List.of("") : modules)
                .as(pattern)
                .anyMatch(module -> Project.files(module, ".java").stream()
                        .anyMatch(file -> FileSystems.getDefault()
                                .getPathMatcher("glob:" + pattern + ".java")
                                .matches(file.getFileName())));
    }

    private static void checkJava(Command command) {
        command.value("-jar").ifPresent(jar -> {
            String module = jar.replaceFirst("/.*", "");
            String name = Path.of(jar).getFileName().toString().replace(".jar", "");
            assertThat(Project.text(Project.ROOT.resolve(module).resolve("pom.xml")))
                    .contains("<finalName>" + name + "</finalName>");
        });
        command.operands().stream()
                .filter(word -> word.endsWith(".java"))
                .forEach(file -> assertThat(Project.has(file)).as(file).isTrue());
        command.operands().stream()
                .filter(word -> word.startsWith("dev.idem."))
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .forEach(type -> assertThat(SOURCES).containsPattern("class " + type + "\\b"));
    }

    private static void checkCurl(Command command) {
        assertThat(command.operands())
                .singleElement()
                .satisfies(address -> assertThat(SOURCES).contains('"' + address.replaceFirst("^[^/]+", "") + '"'));
    }

    private static void checkFiles(Command command) {
        assertThat(command.operands().stream().skip(1).map(file -> file.replace("*", "runtime")))
                .isNotEmpty()
                .allMatch(Project::has);
    }
}
