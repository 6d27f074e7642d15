/** What a guard costs, measured. */
@NullMarked
package dev.idem.benchmark;

import org.jspecify.annotations.NullMarked;
