/** Timing without JMH, for what takes microseconds and more. */
@NullMarked
package dev.idem.benchmark.timing;

import org.jspecify.annotations.NullMarked;
