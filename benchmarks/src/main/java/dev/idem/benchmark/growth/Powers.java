package dev.idem.benchmark.growth;

import java.util.List;
import java.util.stream.IntStream;

/** Powers of ten. */
final class Powers {

    private Powers() {}

    /** 10^first to 10^last. */
    static List<Integer> of(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .map(exponent -> (int) Math.round(Math.pow(10, exponent)))
                .boxed()
                .toList();
    }
}
