package dev.idem.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the pages under {@code docs} show, for tests that do what is written there. */
public final class DocumentedCode {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private DocumentedCode() {}

    /** The fenced blocks of one language, from first to last. */
    public static List<String> blocks(String page, String language) {
        return BLOCK.matcher(text(page))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(DocumentedCode::content)
                .toList();
    }

    /**
     * The one block of a language that holds the text.
     *
     * @throws IllegalStateException if there is none, or more than one
     */
    public static String block(String page, String language, String text) {
        List<String> found = blocks(page, language).stream()
                .filter(block -> block.contains(text))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " blocks of " + page + " hold '" + text + "'");
        }
        return found.get(0);
    }

    private static String content(MatchResult block) {
        return block.group(2);
    }

    private static String text(String page) {
        try {
            return Files.readString(DOCS.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
