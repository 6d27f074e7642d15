package dev.idem.benchmark;

import dev.idem.benchmark.report.Figure;
import java.util.List;

/** Measurements that are run, written and shown together. */
interface Suite {

    /**
     * Runs it.
     *
     * @param redis the address of a server that nobody else uses
     */
    List<Figure> measure(Plan plan, Jdk jdk, String redis);
}
