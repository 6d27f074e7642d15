package dev.idem.benchmark;

import dev.idem.benchmark.report.Figure;
import dev.idem.benchmark.report.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A suite in one process of the JDK in question.
 *
 * @param main takes the address of the server, the mode, and the file for its figures
 * @param options of the JVM
 */
record ChildSuite(Class<?> main, List<String> options) implements Suite {

    @Override
    public List<Figure> measure(Plan plan, Jdk jdk, String redis) {
        try {
            Path file = Files.createTempFile("benchmark-", ".csv");
            jdk.run(main, options, List.of(redis, plan.mode().name(), file.toString()));
            List<Figure> figures = Figures.read(file).all();
            Files.delete(file);
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
