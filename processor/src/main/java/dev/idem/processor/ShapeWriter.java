package dev.idem.processor;

import java.util.List;

/** Writes the statements that put values of given shapes into the canonical writer {@code out}. */
final class ShapeWriter {

    /** The parameter that holds the canonical writer. */
    static final String OUT = "out";

    private final CodeWriter code;
    private final LocalNames locals;
    private final NameConstants names;

    /** Appends to {@code code}; {@code locals} holds the names that are taken there. */
    ShapeWriter(CodeWriter code, LocalNames locals, NameConstants names) {
        this.code = code;
        this.locals = locals;
        this.names = names;
    }

    /** Writes the member at the end of {@code steps} from a value; null or empty on the way leaves it out. */
    void member(String name, String source, boolean nullable, List<Step> steps, Shape shape) {
        if (steps.isEmpty()) {
            member(name, source, shape);
            return;
        }
        Step step = steps.get(0);
        if (nullable) {
            code.begin("if ($ != null)", source);
        }
        String expression = source + "." + step.code();
        if (steps.size() == 1 && !shape.canBeAbsent()) {
            member(name, expression, shape);
        } else {
            String local = locals.take(step.property());
            code.line("var $ = $;", local, expression);
            member(name, local, true, steps.subList(1, steps.size()), shape);
        }
        if (nullable) {
            code.end();
        }
    }

    private void member(String name, String value, Shape shape) {
        if (shape.canBeAbsent()) {
            code.begin("if ($)", presence(value, shape));
        }
        code.line("out.name($);", names.of(name));
        value(value, shape);
        if (shape.canBeAbsent()) {
            code.end();
        }
    }

    private void value(String value, Shape shape) {
        if (shape instanceof Shape.Scalar) {
            code.line("out.value($);", value);
        } else if (shape instanceof Shape.Sequence sequence) {
            elements("Array", value, sequence.element());
        } else if (shape instanceof Shape.Distinct distinct) {
            elements("Set", value, distinct.element());
        } else if (shape instanceof Shape.Mapping mapping) {
            entries(value, mapping);
        } else if (shape instanceof Shape.Maybe maybe) {
            value(value + "." + maybe.kind().getter() + "()", maybe.content());
        } else if (shape instanceof Shape.Structure structure) {
            code.line("$($, out);", structure.writer(), value);
        } else if (shape instanceof Shape.Encoded encoded) {
            code.line("out.encoded($, $);", value, encoded.encoder());
        }
    }

    private void elements(String kind, String value, Shape shape) {
        ShapeWriter body = nested();
        String element = body.locals.take("element");
        code.line("out.begin$();", kind);
        code.begin("for (var $ : $)", element, value);
        body.element(element, shape);
        code.end();
        code.line("out.end$();", kind);
    }

    private void entries(String value, Shape.Mapping mapping) {
        ShapeWriter body = nested();
        String entry = body.locals.take("entry");
        String key = body.locals.take("key");
        String element = body.locals.take("element");
        code.line("out.beginMap();");
        code.begin("for (var $ : $.entrySet())", entry, value);
        code.line("var $ = $.getKey();", key, entry);
        code.line("out.key($);", mapping.key().expression(key));
        code.line("var $ = $.getValue();", element, entry);
        body.element(element, mapping.value());
        code.end();
        code.line("out.endMap();");
    }

    /** A writer for the body of a loop, whose names end with it. */
    private ShapeWriter nested() {
        return new ShapeWriter(code, locals.nested(), names);
    }

    /** Inside arrays and maps what is absent becomes null. */
    private void element(String value, Shape shape) {
        if (!shape.canBeAbsent()) {
            value(value, shape);
            return;
        }
        code.begin("if ($)", presence(value, shape));
        value(value, shape);
        code.next("else");
        code.line("out.nullValue();");
        code.end();
    }

    private static String presence(String value, Shape shape) {
        return shape instanceof Shape.Maybe ? value + " != null && " + value + ".isPresent()" : value + " != null";
    }
}
