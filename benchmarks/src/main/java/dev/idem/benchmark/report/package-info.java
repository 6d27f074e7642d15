/** Figures, and the page that they become. */
@NullMarked
package dev.idem.benchmark.report;

import org.jspecify.annotations.NullMarked;
