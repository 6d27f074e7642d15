package dev.idem.benchmark.report;

import java.util.Collection;

/** A part of the page that is written from figures. */
interface Section {

    /** Its Markdown, from the figures of each JDK. Empty if there are none. */
    String markdown(Collection<Results> results);
}
