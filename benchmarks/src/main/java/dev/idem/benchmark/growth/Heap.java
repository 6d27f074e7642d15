package dev.idem.benchmark.growth;

import java.lang.management.ManagementFactory;

/** The memory of this process. */
final class Heap {

    private static final int COLLECTIONS = 3;

    private Heap() {}

    /** Bytes that are in use after garbage has been collected. */
    @SuppressWarnings("SystemGC") // nothing else tells what is live
    static long live() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
