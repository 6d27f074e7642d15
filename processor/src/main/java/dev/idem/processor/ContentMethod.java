package dev.idem.processor;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the methods that take the arguments of a call: for its content, for {@code unless}, and for its key. */
final class ContentMethod {

    private static final ClassName OBJECT = ClassName.of(Object.class);
    /** The parameter for what a call is compared with. */
    static final String COPY = "copy";

    static final Code PARAMETER = Code.of("$[] arguments", OBJECT);

    private final CodeWriter code;
    private final LocalNames locals = LocalNames.with("arguments", ShapeWriter.OUT, COPY);
    private final Map<Argument, String> values = new HashMap<>();

    private ContentMethod(CodeWriter code) {
        this.code = code;
    }

    /** The method that writes the content of a call. */
    static void content(GuardedMethod method, NameConstants names, CodeWriter code) {
        Code signature = Code.of("void $($, $ out)", method.names().writer(), PARAMETER, RuntimeNames.CANONICAL_WRITER);
        ContentMethod body = begin(signature, arguments(method.content()), List.of(), code);
        if (method.content() instanceof Content.Whole whole) {
            body.whole(whole);
        } else if (method.content() instanceof Content.Members members) {
            body.members(members, names);
        }
        code.end();
    }

    /** The method that says whether a call goes straight through. */
    static void unless(Bypass bypass, CodeWriter code) {
        Code signature = Code.of("boolean $($)", bypass.writer(), PARAMETER);
        ContentMethod body = begin(signature, List.of(bypass.argument()), List.of(), code);
        bypass.condition().write(body.value(bypass.argument()), body.locals, code);
        code.end();
    }

    /** The method that reads the client's key. */
    static void clientKey(ClientKey key, CodeWriter code) {
        Code signature = Code.of("$ $($)", String.class, key.reader(), PARAMETER);
        boolean converted = !key.conversion().isEmpty();
        // In a package that is marked as free of null, its checker would want an annotation that may not be there.
        List<String> warnings = converted ? List.of("NullAway") : List.of();
        String value = begin(signature, List.of(key.argument()), warnings, code).value(key.argument());
        if (converted) {
            code.line("return $ == null ? null : $$;", value, value, key.conversion());
        } else {
            code.line("return $;", value);
        }
        code.end();
    }

    static Collection<Argument> arguments(Content content) {
        Map<Integer, Argument> arguments = new TreeMap<>();
        if (content instanceof Content.Whole whole) {
            arguments.put(whole.argument().index(), whole.argument());
        } else if (content instanceof Content.Members members) {
            members.parts().forEach(part -> arguments.put(part.argument().index(), part.argument()));
        }
        return arguments.values();
    }

    /** Begins a method: with local variables for the arguments that it needs. */
    static ContentMethod begin(Code signature, Collection<Argument> arguments, List<String> warnings, CodeWriter code) {
        Stream<String> ofCasts = arguments.stream().flatMap(argument -> argument.cast().warnings().stream());
        SuppressedWarnings.write(Stream.concat(ofCasts, warnings.stream()), code.member());
        code.begin("private static $", signature);
        ContentMethod body = new ContentMethod(code);
        arguments.forEach(argument -> body.values.put(argument, body.locals.take(argument.name())));
        arguments.forEach(body::read);
        return body;
    }

    private void read(Argument argument) {
        TypeName type = argument.cast().type();
        Code cast = type.equals(OBJECT) ? Code.of("") : Code.of("($) ", type);
        code.line("$ $ = $arguments[$];", type, value(argument), cast, argument.index());
    }

    private void whole(Content.Whole whole) {
        String value = value(whole.argument());
        code.begin("if ($ != null)", value);
        whole.writer()
                .ifPresentOrElse(
                        writer -> code.line("$($, out);", writer, value), () -> code.line("out.raw($);", value));
        code.end();
    }

    private void members(Content.Members members, NameConstants names) {
        code.line("out.beginObject();");
        for (ContentPart part : members.parts()) {
            new ShapeWriter(code, locals.nested(), names)
                    .member(part.name(), value(part.argument()), true, part.steps(), part.shape());
        }
        code.line("out.endObject();");
    }

    /** The name of a further local variable. */
    String take(String wanted) {
        return locals.take(wanted);
    }

    /** The names inside a block. */
    LocalNames nested() {
        return locals.nested();
    }

    /** The local variable that holds an argument. */
    String value(Argument argument) {
        return Objects.requireNonNull(values.get(argument));
    }
}
