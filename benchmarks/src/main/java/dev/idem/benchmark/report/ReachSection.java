package dev.idem.benchmark.report;

import dev.idem.benchmark.peer.Peer;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** Each bound, and whether it is met. */
final class ReachSection implements Section {

    @Override
    public String markdown(Collection<Results> results) {
        Table table = new Table(List.of("at most", "JDK", "bound", "measured", "", "floor"));
        for (Bound bound : Bounds.all()) {
            for (Results of : results) {
                row(table, bound, of);
            }
        }
        StringBuilder text = new StringBuilder(table.isEmpty() ? "" : table.toString());
        for (Results of : results) {
            OptionalDouble recipe = Bounds.roundTrips(of, Peer.LOCK_RECIPE.name());
            if (recipe.isPresent()) {
                text.append("\nBeside it, the last of 64 threads under the `RLock` recipe, JDK ")
                        .append(of.jdk());
                text.append(": ").append(Numbers.text(recipe)).append(" round trips.\n");
            }
        }
        return text.toString();
    }

    private static void row(Table table, Bound bound, Results results) {
        OptionalDouble figure = bound.figure().apply(results);
        if (figure.isPresent()) {
            table.row(List.of(
                    bound.what(),
                    results.jdk(),
                    Numbers.text(bound.on(results)),
                    Numbers.text(figure),
                    figure.getAsDouble() <= bound.on(results) ? "met" : "**not met**",
                    Numbers.text(bound.floor().apply(results))));
        }
    }
}
