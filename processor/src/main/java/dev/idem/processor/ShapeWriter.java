package dev.idem.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import java.util.List;

/** Writes the statements that put values of given shapes into the canonical writer {@code out}. */
final class ShapeWriter {

    static final String OUT = "out";

    private final CodeBlock.Builder code;
    private final NameAllocator locals;
    private final NameConstants names;

    /** Appends to {@code code}; {@code locals} holds the names that are taken there. */
    ShapeWriter(CodeBlock.Builder code, NameAllocator locals, NameConstants names) {
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
            code.beginControlFlow("if ($L != null)", source);
        }
        String expression = source + "." + step.code();
        if (steps.size() == 1 && !shape.canBeAbsent()) {
            member(name, expression, shape);
        } else {
            String local = locals.newName(step.property());
            code.addStatement("var $L = $L", local, expression);
            member(name, local, true, steps.subList(1, steps.size()), shape);
        }
        if (nullable) {
            code.endControlFlow();
        }
    }

    private void member(String name, String value, Shape shape) {
        if (shape.canBeAbsent()) {
            code.beginControlFlow("if ($L)", presence(value, shape));
        }
        code.addStatement("$L.name($L)", OUT, names.of(name));
        value(value, shape);
        if (shape.canBeAbsent()) {
            code.endControlFlow();
        }
    }

    private void value(String value, Shape shape) {
        if (shape instanceof Shape.Scalar) {
            code.addStatement("$L.value($L)", OUT, value);
        } else if (shape instanceof Shape.Sequence sequence) {
            elements("Array", value, sequence.element());
        } else if (shape instanceof Shape.Distinct distinct) {
            elements("Set", value, distinct.element());
        } else if (shape instanceof Shape.Mapping mapping) {
            entries(value, mapping);
        } else if (shape instanceof Shape.Maybe maybe) {
            value(value + "." + maybe.kind().getter() + "()", maybe.content());
        } else if (shape instanceof Shape.Structure structure) {
            code.addStatement("$L($L, $L)", structure.writer(), value, OUT);
        } else if (shape instanceof Shape.Encoded encoded) {
            code.addStatement("$L.encoded($L, $L)", OUT, value, encoded.encoder());
        }
    }

    private void elements(String kind, String value, Shape shape) {
        ShapeWriter body = nested();
        String element = body.locals.newName("element");
        code.addStatement("$L.begin$L()", OUT, kind);
        code.beginControlFlow("for (var $L : $L)", element, value);
        body.element(element, shape);
        code.endControlFlow();
        code.addStatement("$L.end$L()", OUT, kind);
    }

    private void entries(String value, Shape.Mapping mapping) {
        ShapeWriter body = nested();
        String entry = body.locals.newName("entry");
        String key = body.locals.newName("key");
        String element = body.locals.newName("element");
        code.addStatement("$L.beginMap()", OUT);
        code.beginControlFlow("for (var $L : $L.entrySet())", entry, value);
        code.addStatement("var $L = $L.getKey()", key, entry);
        code.addStatement("$L.key($L)", OUT, mapping.key().expression(key));
        code.addStatement("var $L = $L.getValue()", element, entry);
        body.element(element, mapping.value());
        code.endControlFlow();
        code.addStatement("$L.endMap()", OUT);
    }

    /** A writer for the body of a loop, whose names end with it. */
    private ShapeWriter nested() {
        return new ShapeWriter(code, locals.clone(), names);
    }

    /** Inside arrays and maps what is absent becomes null. */
    private void element(String value, Shape shape) {
        if (!shape.canBeAbsent()) {
            value(value, shape);
            return;
        }
        code.beginControlFlow("if ($L)", presence(value, shape));
        value(value, shape);
        code.nextControlFlow("else");
        code.addStatement("$L.nullValue()", OUT);
        code.endControlFlow();
    }

    private static String presence(String value, Shape shape) {
        return shape instanceof Shape.Maybe ? value + " != null && " + value + ".isPresent()" : value + " != null";
    }
}
