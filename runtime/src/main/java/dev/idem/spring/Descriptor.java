package dev.idem.spring;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the processor wrote about a guarded type, as far as the start-up needs it.
 *
 * @param type its canonical name
 * @param operations their names
 */
record Descriptor(String type, SortedSet<String> operations) {

    /** A bracket; or a string, and the colon behind it if it names a member. */
    private static final Pattern TOKEN = Pattern.compile("[\\[\\]{}]|\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"(\\s*+:)?");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|(.))");

    /** Reads a JSON object; empty if it does not say which type it describes. No library is there for certain. */
    static Optional<Descriptor> read(String json) {
        SortedSet<String> operations = new TreeSet<>();
        String type = "";
        String member = "";
        int depth = 0;
        for (Matcher token = TOKEN.matcher(json); token.find(); ) {
            String string = token.group(1);
            boolean isName = token.group(2) != null;
            if (string == null) {
                depth += "[{".contains(token.group()) ? 1 : -1;
            } else if (depth == 1 && isName) {
                member = string;
            } else if (depth == 1 && member.equals("type")) {
                type = string;
            } else if (depth == 2 && isName && member.equals("operations")) {
                operations.add(unescaped(string));
            }
        }
        return type.isEmpty() || depth != 0 ? Optional.empty() : Optional.of(new Descriptor(type, operations));
    }

    private static String unescaped(String string) {
        return ESCAPE.matcher(string).replaceAll(escape -> Matcher.quoteReplacement(character(escape)));
    }

    private static String character(MatchResult escape) {
        String code = escape.group(1);
        return code == null ? escape.group(2) : Character.toString(Integer.parseInt(code, 16));
    }
}
