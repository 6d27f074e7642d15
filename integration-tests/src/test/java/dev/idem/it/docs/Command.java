package dev.idem.it.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command line of a page.
 *
 * @param place where it stands
 * @param words its words, without quotes
 */
record Command(String place, List<String> words) {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Set<String> WITH_VALUE = Set.of("-pl", "-f", "-cp", "-jar", "-H", "-d");

    /** The commands of a block, one a line or joined by {@code &&}; a backslash continues a line. */
    static List<Command> of(CodeBlock block) {
        return of(block.toString(), block.content());
    }

    static List<Command> of(String place, String text) {
        return Stream.of(text.replace("\\\n", " ").split("\n|&&", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> new Command(place, words(line)))
                .toList();
    }

    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> Stream.of(word.group(1), word.group(2), word.group(3))
                        .filter(text -> text != null)
                        .findFirst()
                        .orElseThrow())
                .map(word -> word.replaceFirst("='(.*)'$", "=$1"))
                .toList();
    }

    /** The program, past the variables that are set for it. */
    String program() {
        return words.stream()
                .filter(word -> !word.matches("[A-Z_]+=.*"))
                .findFirst()
                .orElse("");
    }

    /** The words that are neither options nor values of options. */
    List<String> operands() {
        List<String> operands = new ArrayList<>();
        for (int i = words.indexOf(program()) + 1; i < words.size(); i++) {
            if (WITH_VALUE.contains(words.get(i))) {
                i++;
            } else if (!words.get(i).startsWith("-")) {
                operands.add(words.get(i));
            }
        }
        return operands;
    }

    /** The options, without the values that stand behind them. */
    List<String> options() {
        return words.stream().filter(word -> word.startsWith("-")).toList();
    }

    /** The word behind an option. */
    Optional<String> value(String option) {
        int place = words.indexOf(option);
        return place < 0 ? Optional.empty() : Optional.of(words.get(place + 1));
    }

    @Override
    public String toString() {
        return place + " " + String.join(" ", words);
    }
}
