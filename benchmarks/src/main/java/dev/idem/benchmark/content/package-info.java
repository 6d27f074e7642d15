/** The content of calls, by JMH. */
@NullMarked
package dev.idem.benchmark.content;

import org.jspecify.annotations.NullMarked;
