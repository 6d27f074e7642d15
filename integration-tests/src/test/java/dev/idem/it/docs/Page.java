package dev.idem.it.docs;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page that people read.
 *
 * @param name its path from the root of the project
 * @param text what it says, in Markdown
 */
record Page(String name, String text) {

    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("(?<!`)`([^`\n]+)`(?!`)");
    private static final Pattern LINK = Pattern.compile("(?<!\\\\)\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    /** The README of the project and of its parts, what stands beside it, and everything under {@code docs}. */
    static List<Page> all() {
        return Stream.of(Project.files("", ".md"))
                .flatMap(List::stream)
                .filter(Page::isRead)
                .map(file -> new Page(name(file), Project.text(file)))
                .sorted(Comparator.comparing(Page::name))
                .toList();
    }

    private static boolean isRead(Path file) {
        String name = name(file);
        return !name.contains("/") || name.startsWith("docs/") || name.endsWith("/README.md");
    }

    private static String name(Path file) {
        return Project.ROOT.relativize(file).toString().replace('\\', '/');
    }

    /** The fenced blocks of all pages in one of the languages. */
    static List<CodeBlock> blocks(Set<String> languages) {
        return all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> languages.contains(block.language()))
                .toList();
    }

    List<CodeBlock> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(block -> new CodeBlock(name, line(block), block.group(1), block.group(2)))
                .toList();
    }

    /** What stands between single backquotes outside of blocks. */
    List<String> inlineCode() {
        return INLINE.matcher(prose()).results().map(code -> code.group(1)).toList();
    }

    /** The targets of the links outside of blocks. */
    List<String> links() {
        return LINK.matcher(prose()).results().map(link -> link.group(1)).toList();
    }

    /** Where a link can lead to inside of this page: the names that GitHub gives to headings. */
    Set<String> anchors() {
        Map<String, Integer> seen = new LinkedHashMap<>();
        return HEADING.matcher(prose())
                .results()
                .map(heading -> anchor(heading.group(1)))
                .map(anchor -> {
                    int before = seen.merge(anchor, 1, Integer::sum) - 1;
                    return before == 0 ? anchor : anchor + "-" + before;
                })
                .collect(Collectors.toSet());
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** The text without its blocks. */
    String prose() {
        return BLOCK.matcher(text).replaceAll("");
    }

    private int line(MatchResult block) {
        return (int) text.substring(0, block.start()).lines().count() + 1;
    }
}
