/**
 * The store protocol: one record per address, one atomic step per verb.
 *
 * <p>{@link dev.idem.store.IdempotencyStore} is the contract; its state table is in its documentation.
 */
@NullMarked
package dev.idem.store;

import org.jspecify.annotations.NullMarked;
