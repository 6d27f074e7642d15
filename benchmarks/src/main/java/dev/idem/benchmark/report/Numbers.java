package dev.idem.benchmark.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as tables write them: three digits at least, and no false precision. */
final class Numbers {

    static final String NONE = "–";

    private Numbers() {}

    static String text(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    static String text(OptionalDouble value) {
        return value.isPresent() ? text(value.getAsDouble()) : NONE;
    }
}
