/** Claim, run, complete, or replay: the algorithm. Start reading at {@link dev.idem.engine.IdempotencyEngine}. */
@NullMarked
package dev.idem.engine;

import org.jspecify.annotations.NullMarked;
