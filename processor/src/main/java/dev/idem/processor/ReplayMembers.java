package dev.idem.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the constant for one exception that is an outcome, and the methods that take it apart and rebuild it. */
final class ReplayMembers {

    private static final ClassName THROWABLE = ClassName.of(Throwable.class);

    private ReplayMembers() {}

    static void constant(Replay replay, ClassName generated, CodeWriter code) {
        Stream<Code> types = replay.parts().stream().map(part -> OperationConstant.storedType(part.type()));
        code.member()
                .add(
                        """
                        private static final $ $ = new $(
                                $.class,
                                $.of($),
                                $::$,
                                $::$);
                        """,
                        RuntimeNames.REPLAYED_EXCEPTION,
                        replay.constant(),
                        RuntimeNames.REPLAYED_EXCEPTION,
                        replay.type(),
                        List.class,
                        Code.joined(", ", types),
                        generated,
                        replay.reader(),
                        generated,
                        replay.factory());
    }

    static void methods(Replay replay, CodeWriter code) {
        reader(replay, code);
        factory(replay, code);
    }

    private static void reader(Replay replay, CodeWriter code) {
        code.member().begin("private static $[] $($ thrown)", Object.class, replay.reader(), THROWABLE);
        if (replay.parts().isEmpty()) {
            code.line("return new $[0];", Object.class);
        } else if (replay.type().equals(THROWABLE)) {
            parts("thrown", replay, code);
        } else {
            code.line("$ exception = ($) thrown;", replay.type(), replay.type());
            parts("exception", replay, code);
        }
        code.end();
    }

    private static void parts(String exception, Replay replay, CodeWriter code) {
        Stream<Code> values = replay.parts().stream().map(part -> Code.of("$.$", exception, part.code()));
        code.line("return new $[] {$};", Object.class, Code.joined(", ", values));
    }

    private static void factory(Replay replay, CodeWriter code) {
        Stream<String> warnings = replay.parts().stream().flatMap(part -> part.cast().warnings().stream());
        SuppressedWarnings.write(warnings, code.member());
        code.begin("private static $ $($[] parts)", THROWABLE, replay.factory(), Object.class);
        code.line("return new $($);", replay.type(), Code.joined(", ", arguments(replay).stream()));
        code.end();
    }

    private static List<Code> arguments(Replay replay) {
        List<Code> arguments = new ArrayList<>();
        int index = 0;
        for (ReplayArgument argument : replay.arguments()) {
            if (argument instanceof ReplayArgument.Part part) {
                arguments.add(Code.of("($) parts[$]", part.cast().type(), index++));
            } else if (argument instanceof ReplayArgument.NoCause cause) {
                // Several constructors may take a null here.
                arguments.add(Code.of("($) null", cause.type()));
            }
        }
        return arguments;
    }
}
