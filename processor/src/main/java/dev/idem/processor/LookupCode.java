package dev.idem.processor;

/**
 * Writes the expressions of a lookup key for values of given shapes: what they add to a hash, the copy of their leaves,
 * and whether they are the same as such a copy.
 */
final class LookupCode {

    private final LocalNames locals;

    /** For expressions inside of a block with these names. */
    LookupCode(LocalNames locals) {
        this.locals = locals;
    }

    /** The names of a type's three methods end as that of its writer does. */
    static String method(String verb, String writer) {
        return verb + writer.substring("write".length());
    }

    /** The hash with the value. */
    Code hash(String hash, Code value, Shape shape) {
        if (shape instanceof Shape.Structure structure) {
            return Code.of("$($, $)", method("hash", structure.writer()), hash, value);
        }
        if (shape instanceof Shape.Maybe maybe) {
            return hash(hash, orNull(value), maybe.content());
        }
        if (shape instanceof Shape.Sequence sequence && !isPrimitive(sequence.element())) {
            LocalNames inner = locals.nested();
            String innerHash = inner.take("hash");
            String element = inner.take("element");
            Code step = new LookupCode(inner).hash(innerHash, Code.of("$", element), sequence.element());
            return Code.of("$.list($, $, ($, $) -> $)", RuntimeNames.LEAF_HASH, hash, value, innerHash, element, step);
        }
        return Code.of("$.$($, $)", RuntimeNames.LEAF_HASH, isConstant(shape) ? "constant" : "add", hash, value);
    }

    /** The value's immutable leaves. */
    Code copy(Code value, Shape shape) {
        if (shape instanceof Shape.Structure structure) {
            return Code.of("$($)", method("copy", structure.writer()), value);
        }
        if (shape instanceof Shape.Maybe maybe) {
            return copy(orNull(value), maybe.content());
        }
        if (shape instanceof Shape.Sequence sequence && !isPrimitive(sequence.element())) {
            LocalNames inner = locals.nested();
            String element = inner.take("element");
            Code step = new LookupCode(inner).copy(Code.of("$", element), sequence.element());
            return Code.of("$.list($, $ -> $)", RuntimeNames.LEAF, value, element, step);
        }
        return Code.of("$.$($)", RuntimeNames.LEAF, isConstant(shape) ? "constant" : "copy", value);
    }

    /** Whether the value has these leaves. */
    Code same(Code value, String leaf, Shape shape) {
        if (shape instanceof Shape.Structure structure) {
            return Code.of("$($, $)", method("same", structure.writer()), value, leaf);
        }
        if (shape instanceof Shape.Maybe maybe) {
            return same(orNull(value), leaf, maybe.content());
        }
        if (shape instanceof Shape.Sequence sequence && !isPrimitive(sequence.element())) {
            LocalNames inner = locals.nested();
            String element = inner.take("element");
            String innerLeaf = inner.take("leaf");
            Code step = new LookupCode(inner).same(Code.of("$", element), innerLeaf, sequence.element());
            return Code.of("$.list($, $, ($, $) -> $)", RuntimeNames.LEAF, value, leaf, element, innerLeaf, step);
        }
        return Code.of("$.$($, $)", RuntimeNames.LEAF, isConstant(shape) ? "constant" : "same", value, leaf);
    }

    private static Code orNull(Code value) {
        return Code.of("$.orNull($)", RuntimeNames.LEAF, value);
    }

    /** Only arrays have primitive elements, and each is one leaf. */
    private static boolean isPrimitive(Shape element) {
        return element instanceof Shape.Scalar scalar && scalar.primitive();
    }

    private static boolean isConstant(Shape shape) {
        return shape instanceof Shape.Scalar scalar
                && !scalar.primitive()
                && scalar.form().equals(Scalars.ENUM);
    }
}
