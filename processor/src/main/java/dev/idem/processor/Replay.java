package dev.idem.processor;

import java.util.List;

/**
 * An exception that is an outcome.
 *
 * @param constant the constant of the generated class
 * @param reader the generated method that reads its parts
 * @param factory the generated method that rebuilds it
 * @param arguments of its constructor
 */
record Replay(String constant, String reader, String factory, TypeName type, List<ReplayArgument> arguments) {

    Replay {
        arguments = List.copyOf(arguments);
    }

    /** What is recorded of it. */
    List<ReplayArgument.Part> parts() {
        return arguments.stream()
                .filter(ReplayArgument.Part.class::isInstance)
                .map(ReplayArgument.Part.class::cast)
                .toList();
    }
}
