package dev.idem.benchmark.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The figures of one run of a suite, kept as a text with one figure per line. The first line says how they were got.
 *
 * @param origin machine, JDK, date and length of the run
 * @param all in the order in which they were measured
 */
public record Figures(String origin, List<Figure> all) {

    private static final String ORIGIN = "# ";
    private static final String SEPARATOR = ";";

    /** What {@link #write} wrote. */
    public static Figures read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            List<String> text = lines.toList();
            return new Figures(
                    text.get(0).substring(ORIGIN.length()),
                    text.stream().skip(1).map(Figures::figure).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the file. */
    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(
                    file,
                    Stream.concat(Stream.of(ORIGIN + origin), all.stream().map(Figures::line))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The figure, if it was measured. */
    Stream<Figure> find(String subject, String measure, String unit) {
        return all.stream()
                .filter(figure -> figure.subject().equals(subject)
                        && figure.measure().equals(measure)
                        && figure.unit().equals(unit))
                .limit(1);
    }

    private static String line(Figure figure) {
        return String.join(
                SEPARATOR,
                figure.subject(),
                figure.measure(),
                figure.unit(),
                number(figure.value()),
                number(figure.spread()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    private static Figure figure(String line) {
        String[] parts = line.split(SEPARATOR, -1);
        return new Figure(parts[0], parts[1], parts[2], Double.parseDouble(parts[3]), Double.parseDouble(parts[4]));
    }
}
