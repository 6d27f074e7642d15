package dev.idem.benchmark.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The page {@code benchmarks.md}, and beside it a folder with the figures and the charts. */
public final class Page {

    private final Path docs;

    private Page(Path docs) {
        this.docs = docs;
    }

    /** The page in this folder. */
    public static Page in(Path docs) {
        return new Page(docs);
    }

    /** Where the figures of a suite and a JDK are kept. */
    public Path figures(String suite, String jdk) {
        return docs.resolve("benchmarks").resolve(suite + "-jdk" + jdk + ".csv");
    }

    /** Writes all tables and charts anew. */
    public void rewrite() {}
}
