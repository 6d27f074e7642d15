package dev.idem.store.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Drives a real store along paths of the model, and finds the first step at which they disagree. */
public final class Comparison {

    private static final int BATCH = 500;

    private final Function<List<Path>, List<List<Reply>>> store;
    private final List<Path> batch = new ArrayList<>();
    private Optional<String> difference = Optional.empty();
    private int paths;
    private long steps;

    /**
     * A comparison that has seen nothing yet.
     *
     * @param store drives each path on a record of its own; the answers of its commands and look-ups, in order
     */
    public Comparison(Function<List<Path>, List<List<Reply>>> store) {
        this.store = store;
    }

    /** All paths of up to this many steps. */
    public Comparison all(int length) {
        for (int each = 1; each <= length && difference.isEmpty(); each++) {
            Path.all(each, this::add);
        }
        flush();
        return this;
    }

    /** Long paths, one from each seed. */
    public Comparison random(LongStream seeds, int length) {
        seeds.takeWhile(seed -> difference.isEmpty()).forEach(seed -> add(Path.random(seed, length)));
        flush();
        return this;
    }

    /** The shortest path found at whose end the store disagrees. */
    public Optional<String> difference() {
        return difference;
    }

    @Override
    public String toString() {
        return paths + " paths, " + steps + " steps";
    }

    private void add(Path path) {
        if (difference.isPresent()) {
            return;
        }
        batch.add(path);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        List<List<Reply>> replies = store.apply(List.copyOf(batch));
        for (int i = 0; i < batch.size() && difference.isEmpty(); i++) {
            difference = compare(batch.get(i), replies.get(i));
        }
        batch.clear();
    }

    private Optional<String> compare(Path path, List<Reply> replies) {
        paths++;
        List<String> way = new ArrayList<>();
        int answered = 0;
        for (Step step : path.steps()) {
            steps++;
            way.add(step.toString());
            Optional<Reply> expected = expected(step);
            if (expected.isPresent() && !expected.get().equals(replies.get(answered++))) {
                return Optional.of(String.join("\n", way) + "\nbut the store: " + replies.get(answered - 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<Reply> expected(Step step) {
        if (step instanceof Step.Send send) {
            return Optional.of(send.expected());
        }
        return step instanceof Step.Find find ? Optional.of(find.expected()) : Optional.empty();
    }
}
