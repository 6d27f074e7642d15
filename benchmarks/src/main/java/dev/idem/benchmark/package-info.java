/** What a guard costs, measured against what it is chosen over. */
@NullMarked
package dev.idem.benchmark;

import org.jspecify.annotations.NullMarked;
