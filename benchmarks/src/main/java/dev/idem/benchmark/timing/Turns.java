package dev.idem.benchmark.timing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times contenders turn by turn in one process, each with a few calls per turn, in an order that goes round: what slows
 * the machine for a moment slows all of them, and a ratio is that of neighbours.
 *
 * @param rounds how often each has its turn; as many before that are not counted
 * @param calls per turn
 */
public record Turns(int rounds, int calls) {

    /** The times of these contenders by their names. */
    public Timings time(Map<String, Runnable> contenders) {
        List<Timed> all = contenders.entrySet().stream()
                .map(contender -> new Timed(contender.getKey(), contender.getValue(), new double[rounds]))
                .toList();
        for (int round = -rounds; round < rounds; round++) {
            for (int turn = 0; turn < all.size(); turn++) {
                Timed timed = all.get(Math.floorMod(round + turn, all.size()));
                double perCall = nanosPerCall(timed.contender);
                if (round >= 0) {
                    timed.nanos[round] = perCall;
                }
            }
        }
        Map<String, double[]> nanos = new LinkedHashMap<>();
        all.forEach(timed -> nanos.put(timed.name, timed.nanos));
        return new Timings(nanos);
    }

    private double nanosPerCall(Runnable contender) {
        long start = System.nanoTime();
        for (int call = 0; call < calls; call++) {
            contender.run();
        }
        return (double) (System.nanoTime() - start) / calls;
    }

    /** A contender and its times by round. */
    private static final class Timed {

        private final String name;
        private final Runnable contender;
        private final double[] nanos;

        Timed(String name, Runnable contender, double[] nanos) {
            this.name = name;
            this.contender = contender;
            this.nanos = nanos;
        }
    }
}
