package dev.idem.benchmark;

import dev.idem.benchmark.peer.Peer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to run.
 *
 * @param suites their names
 * @param mode how long
 * @param jdks the homes of the JDKs to run it on
 * @param rounds how often each suite of forks is gone through
 * @param peers the contenders of the local suite
 * @param docs where the page is
 */
record Plan(List<String> suites, Mode mode, List<Path> jdks, int rounds, List<Peer> peers, Path docs) {

    /** Reads arguments of the form {@code name=value}; lists are separated by commas, and nothing means the default. */
    static Plan of(String... arguments) {
        Map<String, String> given = Stream.of(arguments)
                .map(argument -> argument.split("=", 2))
                .filter(pair -> pair.length == 2 && !pair[1].isBlank())
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Mode mode = Mode.named(given.getOrDefault("mode", "quick"));
        return new Plan(
                list(given, "suites", "local,remote,growth,content", Function.identity()),
                mode,
                list(given, "jdks", System.getProperty("java.home"), Path::of),
                Integer.parseInt(given.getOrDefault("rounds", Integer.toString(mode.rounds()))),
                list(given, "peers", "", Peer::valueOf),
                Path.of(given.getOrDefault("docs", "docs")));
    }

    /** The contenders of the local suite that were not left out. */
    List<Peer> peers(Peer.Role role) {
        return Arrays.stream(Peer.values())
                .filter(peer -> peer.role() == role)
                .filter(peer -> peers.isEmpty() || peers.contains(peer))
                .toList();
    }

    private static <T> List<T> list(
            Map<String, String> given, String name, String otherwise, Function<String, T> form) {
        return Stream.of(given.getOrDefault(name, otherwise).split(","))
                .filter(text -> !text.isBlank())
                .map(form)
                .toList();
    }
}
