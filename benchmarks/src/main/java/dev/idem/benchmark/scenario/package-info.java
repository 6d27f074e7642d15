/** The work that every contender does: the calls, and what the method makes of them. */
@NullMarked
package dev.idem.benchmark.scenario;

import org.jspecify.annotations.NullMarked;
