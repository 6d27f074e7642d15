package dev.idem.benchmark.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The latest figures of all suites on one JDK.
 *
 * @param jdk its feature version
 * @param suites by their names
 */
record Results(String jdk, Map<String, Figures> suites) {

    private static final Pattern NAME = Pattern.compile("(\\w+)-jdk(\\d+)\\.csv");

    /** Where the figures of a suite are kept. */
    static Path file(Path folder, String suite, String jdk) {
        return folder.resolve(suite + "-jdk" + jdk + ".csv");
    }

    /** What the folder has, by JDK. */
    static SortedMap<Integer, Results> in(Path folder) {
        SortedMap<Integer, Results> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().forEach(file -> {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    all.computeIfAbsent(
                                    Integer.valueOf(name.group(2)),
                                    jdk -> new Results(Integer.toString(jdk), new TreeMap<>()))
                            .suites
                            .put(name.group(1), Figures.read(file));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableSortedMap(all);
    }

    /** Where the figures of a suite that was run come from, as a paragraph. */
    String heading(String suite) {
        return find(suite)
                .map(figures -> "\n**JDK " + jdk + ".** " + figures.origin() + "\n\n")
                .findFirst()
                .orElse("");
    }

    /** A figure of a suite, if it was measured. */
    Stream<Figure> find(String suite, String subject, String measure, String unit) {
        return find(suite).flatMap(figures -> figures.find(subject, measure, unit));
    }

    /** Its value. */
    OptionalDouble value(String suite, String subject, String measure, String unit) {
        return find(suite, subject, measure, unit).mapToDouble(Figure::value).findFirst();
    }

    private Stream<Figures> find(String suite) {
        return Stream.ofNullable(suites.get(suite));
    }

    /** Something made of two values, if there are both. */
    static OptionalDouble both(
            OptionalDouble first, OptionalDouble second, BiFunction<Double, Double, Double> combination) {
        return first.isPresent() && second.isPresent()
                ? OptionalDouble.of(combination.apply(first.getAsDouble(), second.getAsDouble()))
                : OptionalDouble.empty();
    }
}
