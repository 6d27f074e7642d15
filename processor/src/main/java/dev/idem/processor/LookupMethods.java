package dev.idem.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the three methods of one operation's lookup key, which take the arguments of a call. */
final class LookupMethods {

    private static final String HASH = "hash";
    private static final String LEAVES = "leaves";
    private static final List<String> WARNINGS = List.of("NullAway");

    private LookupMethods() {}

    /** The lookup key, in the constant of its operation. */
    static Code key(GuardedMethod method, ClassName generated) {
        String writer = method.names().writer();
        return Code.of(
                "$.of(\n                $::$,\n                $::$,\n                $::$)",
                RuntimeNames.LOOKUP_KEY,
                generated,
                LookupCode.method("hash", writer),
                generated,
                LookupCode.method("copy", writer),
                generated,
                LookupCode.method("same", writer));
    }

    static void write(GuardedMethod method, CodeWriter out) {
        hash(method, out);
        copy(method, out);
        same(method, out);
    }

    private static void hash(GuardedMethod method, CodeWriter out) {
        Code signature =
                Code.of("long $($)", LookupCode.method("hash", method.names().writer()), ContentMethod.PARAMETER);
        ContentMethod body = ContentMethod.begin(signature, ContentMethod.arguments(method.content()), WARNINGS, out);
        String hash = body.take(HASH);
        List<Leaf> leaves = leaves(method, body, out);
        out.line("long $ = $.start();", hash, RuntimeNames.LEAF_HASH);
        leaves.forEach(
                leaf -> out.line("$ = $;", hash, new LookupCode(body.nested()).hash(hash, leaf.value(), leaf.shape())));
        out.line("return $;", hash);
        out.end();
    }

    private static void copy(GuardedMethod method, CodeWriter out) {
        Code signature = Code.of(
                "$ $($)", Object.class, LookupCode.method("copy", method.names().writer()), ContentMethod.PARAMETER);
        ContentMethod body = ContentMethod.begin(signature, ContentMethod.arguments(method.content()), WARNINGS, out);
        Stream<Code> copies = leaves(method, body, out).stream()
                .map(leaf -> new LookupCode(body.nested()).copy(leaf.value(), leaf.shape()));
        out.line("return new $[] {$};", Object.class, Code.joined(", ", copies));
        out.end();
    }

    private static void same(GuardedMethod method, CodeWriter out) {
        Code signature = Code.of(
                "boolean $($, $ $)",
                LookupCode.method("same", method.names().writer()),
                ContentMethod.PARAMETER,
                Object.class,
                ContentMethod.COPY);
        ContentMethod body = ContentMethod.begin(signature, ContentMethod.arguments(method.content()), WARNINGS, out);
        String array = body.take(LEAVES);
        List<Leaf> leaves = leaves(method, body, out);
        out.line("$[] $ = ($[]) $;", Object.class, array, Object.class, ContentMethod.COPY);
        List<Code> conditions = new ArrayList<>();
        conditions.add(Code.of("$.length == $", array, leaves.size()));
        for (int i = 0; i < leaves.size(); i++) {
            Leaf leaf = leaves.get(i);
            conditions.add(new LookupCode(body.nested()).same(leaf.value(), array + "[" + i + "]", leaf.shape()));
        }
        out.line("return $;", Code.joined("\n        && ", conditions.stream()));
        out.end();
    }

    /** What tells the calls apart: the client's key, and the parts of the content. */
    private static List<Leaf> leaves(GuardedMethod method, ContentMethod body, CodeWriter out) {
        List<Leaf> leaves = new ArrayList<>();
        method.clientKey()
                .ifPresent(key -> leaves.add(
                        new Leaf(Code.of("$($)", key.reader(), "arguments"), new Shape.Scalar(false, "string"))));
        if (method.content() instanceof Content.Whole whole) {
            Shape shape = whole.writer().<Shape>map(Shape.Structure::new).orElse(new Shape.Scalar(false, "string"));
            leaves.add(new Leaf(Code.of("$", body.value(whole.argument())), shape));
        } else if (method.content() instanceof Content.Members members) {
            members.parts().forEach(part -> leaves.add(new Leaf(part(part, body, out), part.shape())));
        }
        return leaves;
    }

    /** A path is read into a variable of its own, so that its type is known. */
    private static Code part(ContentPart part, ContentMethod body, CodeWriter out) {
        Code value = Code.of("$", body.value(part.argument()));
        if (part.steps().isEmpty()) {
            return value;
        }
        for (Step step : part.steps()) {
            String on = body.nested().take("on");
            value = Code.of("$.then($, $ -> $.$)", RuntimeNames.LEAF, value, on, on, step.code());
        }
        String local = body.take(part.steps().get(part.steps().size() - 1).property());
        out.line("var $ = $;", local, value);
        return Code.of("$", local);
    }

    private record Leaf(Code value, Shape shape) {}
}
