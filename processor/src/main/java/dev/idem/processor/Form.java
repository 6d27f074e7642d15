package dev.idem.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The JSON form of a value as descriptors show it: {@code integer}, {@code list<string?>}, {@code map<enum,date>}, {@code
 * object<Order>}. Its text is documented in {@code docs/key-changes.md} and stable.
 *
 * @param kind the word before the brackets
 * @param arguments what is in the brackets
 * @param optional whether the value can be absent, or null inside a list or map: a question mark
 */
record Form(String kind, List<Form> arguments, boolean optional) {

    static final String OBJECT = "object";
    static final String ENCODED = "encoded";

    /** Text or bytes that are taken as they are. */
    static final Form RAW = word("raw");

    private static final Pattern TOKEN = Pattern.compile("[^<>,?]+|[<>,?]");

    Form {
        arguments = List.copyOf(arguments);
    }

    static Form of(Shape shape) {
        boolean optional = shape.canBeAbsent();
        if (shape instanceof Shape.Scalar scalar) {
            return new Form(scalar.form(), List.of(), optional);
        } else if (shape instanceof Shape.Sequence sequence) {
            return new Form("list", List.of(of(sequence.element())), optional);
        } else if (shape instanceof Shape.Distinct distinct) {
            return new Form("set", List.of(of(distinct.element())), optional);
        } else if (shape instanceof Shape.Mapping mapping) {
            return new Form("map", List.of(word(mapping.keyForm()), of(mapping.value())), optional);
        } else if (shape instanceof Shape.Maybe maybe) {
            Form content = of(maybe.content());
            return new Form(content.kind, content.arguments, optional);
        } else if (shape instanceof Shape.Structure structure) {
            return new Form(OBJECT, List.of(word(typeName(structure.writer()))), optional);
        } else if (shape instanceof Shape.Encoded encoded) {
            return new Form(ENCODED, List.of(word(encoded.encoderType())), optional);
        }
        throw new IllegalStateException("a shape without a form: " + shape);
    }

    /** The form of what a generated method writes, and always does. */
    static Form object(String writer) {
        return new Form(OBJECT, List.of(word(typeName(writer))), false);
    }

    /** The form of a member with the same text in every instance: the text, in single quotes. */
    static Form constant(String text) {
        return word("'" + text + "'");
    }

    /** The name under which a descriptor lists the type that a generated method writes. */
    static String typeName(String writer) {
        return writer.substring("write".length());
    }

    /**
     * Reads the text of a form.
     *
     * @throws BadDescriptorException if it is not one
     */
    static Form parse(String text) {
        if (text.startsWith("'")) {
            return word(text);
        }
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        Form form = parse(tokens, text);
        if (!tokens.isEmpty()) {
            throw malformed(text);
        }
        return form;
    }

    /** For an object, the name of its type. */
    String type() {
        return arguments.get(0).kind;
    }

    @Override
    public String toString() {
        String brackets = arguments.isEmpty()
                ? ""
                : arguments.stream().map(Form::toString).collect(Collectors.joining(",", "<", ">"));
        return kind + brackets + (optional ? "?" : "");
    }

    private static Form word(String word) {
        return new Form(word, List.of(), false);
    }

    private static Form parse(List<String> tokens, String text) {
        String kind = take(tokens, text);
        if ("<>,?".contains(kind)) {
            throw malformed(text);
        }
        List<Form> arguments = new ArrayList<>();
        if (startsWith("<", tokens)) {
            String separator;
            do {
                tokens.remove(0);
                arguments.add(parse(tokens, text));
                separator = tokens.isEmpty() ? "" : tokens.get(0);
            } while (separator.equals(","));
            if (!take(tokens, text).equals(">")) {
                throw malformed(text);
            }
        }
        boolean optional = startsWith("?", tokens);
        if (optional) {
            tokens.remove(0);
        }
        return new Form(kind, arguments, optional);
    }

    private static boolean startsWith(String token, List<String> tokens) {
        return !tokens.isEmpty() && tokens.get(0).equals(token);
    }

    private static String take(List<String> tokens, String text) {
        if (tokens.isEmpty()) {
            throw malformed(text);
        }
        return tokens.remove(0);
    }

    private static BadDescriptorException malformed(String text) {
        return new BadDescriptorException("'" + text + "' is not a form");
    }
}
