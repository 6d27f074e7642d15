package dev.idem.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of one generated class. Which classes it imports is known when all of it is written; until then the text
 * notes only where it names them.
 */
final class CodeWriter {

    private static final String INDENT = "    ";
    private static final int USUAL_LENGTH = 16_384;

    private final StringBuilder text = new StringBuilder(USUAL_LENGTH);
    private final List<Mention> mentions = new ArrayList<>();
    private int depth;

    /**
     * Adds code, which may be less or more than a line.
     *
     * @param format the code, with a {@code $} for each argument
     * @param arguments code writes itself, classes are named, and of anything else the text is taken
     */
    CodeWriter add(String format, Object... arguments) {
        int from = 0;
        for (Object argument : arguments) {
            int place = place(format, from);
            append(format.substring(from, place));
            addArgument(argument);
            from = place + 1;
        }
        if (format.indexOf('$', from) >= 0) {
            throw new IllegalArgumentException("more places than arguments in: " + format);
        }
        append(format.substring(from));
        return this;
    }

    /** Adds a line. */
    CodeWriter line(String format, Object... arguments) {
        return add(format, arguments).add("\n");
    }

    /** Opens a block, with what stands before its brace. */
    CodeWriter begin(String format, Object... arguments) {
        add(format, arguments).add(" {\n");
        depth++;
        return this;
    }

    /** Closes a block and opens the next one. */
    CodeWriter next(String format) {
        depth--;
        return begin("} " + format);
    }

    CodeWriter end() {
        depth--;
        return add("}\n");
    }

    /** Keeps the member of a class that follows apart from the one before it. */
    CodeWriter member() {
        boolean first = text.charAt(text.length() - 2) == '{';
        return first ? this : add("\n");
    }

    void name(ClassName type) {
        indent();
        mentions.add(new Mention(text.length(), type));
    }

    /** The whole file. */
    String file(String packageName) {
        Imports imports =
                Imports.of(mentions.stream().map(Mention::type).distinct().toList(), packageName);
        StringBuilder file = new StringBuilder(2 * text.length());
        if (!packageName.isEmpty()) {
            file.append("package ").append(packageName).append(";\n\n");
        }
        imports.names().forEach(name -> file.append("import ").append(name).append(";\n"));
        file.append(imports.names().isEmpty() ? "" : "\n");
        Map<ClassName, String> names = new HashMap<>();
        int from = 0;
        for (Mention mention : mentions) {
            String name = names.computeIfAbsent(mention.type(), imports::nameOf);
            file.append(text.substring(from, mention.position())).append(name);
            from = mention.position();
        }
        return file.append(text.substring(from)).toString();
    }

    private static int place(String format, int from) {
        int place = format.indexOf('$', from);
        if (place < 0) {
            throw new IllegalArgumentException("more arguments than places in: " + format);
        }
        return place;
    }

    private void addArgument(Object argument) {
        if (argument instanceof Code code) {
            code.writeTo(this);
        } else if (argument instanceof Class<?> type) {
            name(ClassName.of(type));
        } else {
            append(argument.toString());
        }
    }

    private void append(String code) {
        int from = 0;
        while (from < code.length()) {
            int to = afterLine(code, from);
            if (code.charAt(from) != '\n') {
                indent();
            }
            text.append(code.substring(from, to));
            from = to;
        }
    }

    private static int afterLine(String code, int from) {
        int feed = code.indexOf('\n', from);
        return feed < 0 ? code.length() : feed + 1;
    }

    /** Before the first character of a line, for empty lines have no indentation. */
    private void indent() {
        if (depth > 0 && text.charAt(text.length() - 1) == '\n') {
            text.append(INDENT.repeat(depth));
        }
    }

    /**
     * A place where the text names a class.
     *
     * @param position the length of the text before the name
     */
    private record Mention(int position, ClassName type) {}
}
