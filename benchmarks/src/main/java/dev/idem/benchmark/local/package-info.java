/** Hits that are answered from this process, by JMH. */
@NullMarked
package dev.idem.benchmark.local;

import org.jspecify.annotations.NullMarked;
