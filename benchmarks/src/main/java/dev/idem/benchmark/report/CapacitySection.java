package dev.idem.benchmark.report;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** What clusters carry, computed from what one server works for a call. */
final class CapacitySection implements Section {

    private static final String SUBJECT = "IDEM_REDIS";
    private static final int[] NODES = {1, 3, 100};
    private static final double[] AWAITED = {0, 0.01, 0.1};
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double BUS_MESSAGE_BYTES = 2_256 + 150;

    @Override
    public String markdown(Collection<Results> results) {
        StringBuilder text = new StringBuilder();
        for (Results of : results) {
            OptionalDouble first = growth(of, "server time of a first call", "µs");
            OptionalDouble hit = growth(of, "server time of a hit", "µs");
            OptionalDouble publish = growth(of, "server time of a PUBLISH", "µs");
            OptionalDouble record = growth(of, "Redis memory of a record", "B");
            if (first.isPresent() && hit.isPresent() && publish.isPresent() && record.isPresent()) {
                text.append(String.format(
                        "%nMeasured (JDK %s, one server, 16 callers): *c* = %s µs of the server's thread for a first call,"
                                + " *h* = %s µs for a hit, *p* = %s µs for a PUBLISH that nobody hears, *m* = %s B for a"
                                + " record of this size.%n%n",
                        of.jdk(), Numbers.text(first), Numbers.text(hit), Numbers.text(publish), Numbers.text(record)));
                text.append(table(first.getAsDouble(), hit.getAsDouble(), publish.getAsDouble(), record.getAsDouble()));
                return text.toString();
            }
        }
        return text.toString();
    }

    private static Table table(double first, double hit, double publish, double record) {
        Table table = new Table(List.of(
                "masters",
                "hits per second",
                "first calls per second, nobody waits",
                "1 % awaited by one other process",
                "10 %",
                "bus traffic at 10 %, into each node",
                "records in 8 GB of each"));
        for (int nodes : NODES) {
            double busiest = perSecond(nodes, first, publish, AWAITED[2]);
            table.row(List.of(
                    Integer.toString(nodes),
                    Numbers.text(Math.floor(nodes * MICROS_PER_SECOND / hit)),
                    Numbers.text(Math.floor(perSecond(nodes, first, publish, AWAITED[0]))),
                    Numbers.text(Math.floor(perSecond(nodes, first, publish, AWAITED[1]))),
                    Numbers.text(Math.floor(busiest)),
                    nodes == 1 ? Numbers.NONE : Numbers.text(busInto(nodes, busiest) / 1e6) + " MB/s",
                    Numbers.text(Math.floor(nodes * 8e9 / record))));
        }
        return table;
    }

    /** Each node works 1/N of the calls and of their messages, and takes in the messages of all others. */
    private static double perSecond(int nodes, double first, double publish, double awaited) {
        double own = (first + awaited * publish) / nodes;
        double ofOthers = awaited * publish * (nodes - 1) / nodes;
        return MICROS_PER_SECOND / (own + ofOthers);
    }

    private static double busInto(int nodes, double perSecond) {
        return perSecond * AWAITED[2] * BUS_MESSAGE_BYTES * (nodes - 1) / nodes;
    }

    private static OptionalDouble growth(Results results, String measure, String unit) {
        return results.value(GrowthSection.SUITE, SUBJECT, measure, unit);
    }
}
