/** What becomes of cost and memory when there is more of everything. */
@NullMarked
package dev.idem.benchmark.growth;

import org.jspecify.annotations.NullMarked;
