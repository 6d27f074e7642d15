package dev.idem.processor;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the method that lists the types from other artifacts. */
final class ForeignMethod {

    private ForeignMethod() {}

    static void write(NavigableMap<String, List<String>> types, CodeWriter code) {
        Stream<Code> list = types.entrySet().stream().map(ForeignMethod::type);
        code.member().line("@$", Override.class);
        code.begin("public $<$> foreignTypes()", List.class, RuntimeNames.FOREIGN_TYPE);
        code.line("return $.of($);", List.class, Code.joined(",", list));
        code.end();
    }

    private static Code type(Map.Entry<String, List<String>> type) {
        String members = type.getValue().stream().map(StringLiteral::of).collect(Collectors.joining(", "));
        return Code.of(
                "\n        new $($, $.of($))",
                RuntimeNames.FOREIGN_TYPE,
                StringLiteral.of(type.getKey()),
                List.class,
                members);
    }
}
