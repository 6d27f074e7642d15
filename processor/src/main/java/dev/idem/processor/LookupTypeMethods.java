package dev.idem.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the methods of lookup keys for one type: for its hash, for the copy of its leaves, and for comparing them. */
final class LookupTypeMethods {

    private static final String VALUE = "value";
    private static final String SUBTYPE = "subtype";
    private static final String HASH = "hash";
    private static final String LEAF = "leaf";
    private static final String LEAVES = "leaves";

    private final WrittenType type;
    private final CodeWriter out;

    private LookupTypeMethods(WrittenType type, CodeWriter out) {
        this.type = type;
        this.out = out;
    }

    static void write(WrittenType type, CodeWriter out) {
        LookupTypeMethods methods = new LookupTypeMethods(type, out);
        methods.hash();
        methods.copy();
        methods.same();
    }

    /** What is read of a value: all but what is the same in every instance. */
    static List<ValueType.Property> properties(ValueType type) {
        return type.members().stream()
                .flatMap(member -> member instanceof ValueType.Property property ? Stream.of(property) : Stream.empty())
                .toList();
    }

    private void hash() {
        begin("long $(long $, $ $)", LookupCode.method("hash", type.writer()), HASH, type.type(), VALUE);
        out.begin("if ($ == null)", VALUE)
                .line("return $.absent($);", RuntimeNames.LEAF_HASH, HASH)
                .end();
        if (type instanceof SealedType sealedType) {
            List<Alternative> alternatives = alternatives(sealedType);
            for (Alternative alternative : alternatives) {
                Code added = Code.of("$.add($, $)", RuntimeNames.LEAF_HASH, HASH, alternative.number());
                give(alternative, Code.of("$($, $)", alternative.method("hash"), added, alternative.value()));
            }
            unknown(alternatives, Code.of("$.absent($)", RuntimeNames.LEAF_HASH, HASH));
        } else {
            LookupCode code = new LookupCode(LocalNames.with(HASH, VALUE));
            properties((ValueType) type)
                    .forEach(property -> out.line("$ = $;", HASH, code.hash(HASH, read(property), property.shape())));
            out.line("return $;", HASH);
        }
        out.end();
    }

    private void copy() {
        begin("$ $($ $)", Object.class, LookupCode.method("copy", type.writer()), type.type(), VALUE);
        out.begin("if ($ == null)", VALUE).line("return null;").end();
        if (type instanceof SealedType sealedType) {
            List<Alternative> alternatives = alternatives(sealedType);
            for (Alternative alternative : alternatives) {
                Code copy = Code.of("$($)", alternative.method("copy"), alternative.value());
                give(alternative, Code.of("new $[] {$, $}", Object.class, alternative.number(), copy));
            }
            unknown(alternatives, Code.of("new $[] {-1L, null}", Object.class));
        } else {
            LookupCode code = new LookupCode(LocalNames.with(VALUE));
            Stream<Code> leaves =
                    properties((ValueType) type).stream().map(property -> code.copy(read(property), property.shape()));
            out.line("return new $[] {$};", Object.class, Code.joined(", ", leaves));
        }
        out.end();
    }

    private void same() {
        begin("boolean $($ $, $ $)", LookupCode.method("same", type.writer()), type.type(), VALUE, Object.class, LEAF);
        out.begin("if ($ == null || !($ instanceof $[] $))", VALUE, LEAF, Object.class, LEAVES)
                .line("return $ == null && $ == null;", VALUE, LEAF)
                .end();
        if (type instanceof SealedType sealedType) {
            List<Alternative> alternatives = alternatives(sealedType);
            for (Alternative alternative : alternatives) {
                Code number = Code.of("$.same($, $[0])", RuntimeNames.LEAF, alternative.number(), LEAVES);
                Code same = Code.of("$($, $[1])", alternative.method("same"), alternative.value(), LEAVES);
                give(alternative, Code.of("$ && $", number, same));
            }
            unknown(alternatives, Code.of("false"));
        } else {
            out.line("return $;", Code.joined("\n        && ", conditions((ValueType) type).stream()));
        }
        out.end();
    }

    private static List<Code> conditions(ValueType type) {
        LookupCode code = new LookupCode(LocalNames.with(VALUE, LEAF, LEAVES));
        List<ValueType.Property> properties = properties(type);
        List<Code> conditions = new ArrayList<>();
        conditions.add(
                type.open()
                        ? Code.of("$.getClass() == $.class", VALUE, type.erased())
                        : Code.of("$.length == $", LEAVES, properties.size()));
        for (int i = 0; i < properties.size(); i++) {
            ValueType.Property property = properties.get(i);
            conditions.add(code.same(read(property), LEAVES + "[" + i + "]", property.shape()));
        }
        return conditions;
    }

    private static Code read(ValueType.Property property) {
        return Code.of("$.$", VALUE, property.code());
    }

    /** In a package that is marked as free of null, its checker would want annotations that may not be there. */
    private void begin(String signature, Object... arguments) {
        SuppressedWarnings.write(Stream.of("NullAway"), out.member());
        out.begin("private static $", Code.of(signature, arguments));
    }

    private void give(Alternative alternative, Code result) {
        if (alternative.own()) {
            out.line("return $;", result);
        } else {
            out.begin("if ($ instanceof $ $)", VALUE, alternative.type(), SUBTYPE)
                    .line("return $;", result)
                    .end();
        }
    }

    /** For a subtype that did not exist when this was written: its call has no content. */
    private void unknown(List<Alternative> alternatives, Code result) {
        if (alternatives.stream().noneMatch(Alternative::own)) {
            out.line("return $;", result);
        }
    }

    private static List<Alternative> alternatives(SealedType type) {
        List<Alternative> alternatives = new ArrayList<>();
        for (SealedType.Subtype subtype : type.subtypes()) {
            alternatives.add(new Alternative(alternatives.size() + "L", subtype.type(), subtype.writer(), false));
        }
        type.own()
                .ifPresent(writer ->
                        alternatives.add(new Alternative(alternatives.size() + "L", type.type(), writer, true)));
        return alternatives;
    }

    /**
     * What a value of a sealed type can be.
     *
     * @param number tells it from the others
     * @param own whether it is the sealed class itself, which comes last
     */
    private record Alternative(String number, TypeName type, String writer, boolean own) {

        String method(String verb) {
            return LookupCode.method(verb, writer);
        }

        String value() {
            return own ? VALUE : SUBTYPE;
        }
    }
}
