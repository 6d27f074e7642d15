package dev.idem.benchmark.report;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A number that was measured for several quantities.
 *
 * @param label of its column or line
 * @param subject who was measured
 * @param unit of the values
 * @param before what the measure says before the quantity
 * @param after what the measure says after the quantity
 */
record Series(String label, String subject, String unit, String before, String after) {

    /** The values by quantity. */
    SortedMap<Integer, Double> values(Figures figures) {
        SortedMap<Integer, Double> values = new TreeMap<>();
        for (Figure figure : figures.all()) {
            String measure = figure.measure();
            if (figure.subject().equals(subject)
                    && figure.unit().equals(unit)
                    && measure.startsWith(before)
                    && measure.endsWith(after)) {
                values.put(
                        Integer.valueOf(measure.substring(before.length(), measure.length() - after.length())),
                        figure.value());
            }
        }
        return values;
    }
}
