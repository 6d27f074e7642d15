package dev.idem.benchmark.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The page {@code benchmarks.md}, and beside it a folder with the figures and the charts. What stands between the marks
 * of a section, {@code <!-- begin NAME -->} and {@code <!-- end NAME -->}, is written from figures; the rest, and a
 * section without figures, is not touched.
 */
public final class Page {

    private static final String NAME = "benchmarks";

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
        return Results.file(folder(), suite, jdk);
    }

    /** Writes all tables and charts anew. */
    public void rewrite() {
        Collection<Results> results = Results.in(folder()).values();
        Path page = docs.resolve(NAME + ".md");
        try {
            String text = Files.readString(page);
            for (Map.Entry<String, Section> section : sections().entrySet()) {
                String written = section.getValue().markdown(results);
                text = written.isBlank() ? text : replaced(text, section.getKey(), written);
            }
            Files.writeString(page, text);
            for (Map.Entry<String, String> chart : Charts.of(results).entrySet()) {
                Files.writeString(folder().resolve(chart.getKey()), chart.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Section> sections() {
        Map<String, Section> sections = new LinkedHashMap<>();
        sections.put("reach", new ReachSection());
        sections.put("local", new LocalSection());
        sections.put("remote", new RemoteSection());
        sections.put("growth", new GrowthSection());
        sections.put("capacity", new CapacitySection());
        sections.put("content", new ContentSection());
        return sections;
    }

    private static String replaced(String page, String section, String text) {
        String begin = "<!-- begin " + section + " -->\n";
        String end = "<!-- end " + section + " -->";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException("The page has no marks for the section " + section + '.');
        }
        return page.substring(0, from + begin.length()) + text.strip().replaceAll("\n{3,}", "\n\n") + "\n"
                + page.substring(to);
    }

    private Path folder() {
        return docs.resolve(NAME);
    }
}
