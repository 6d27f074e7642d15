/**
 * The store protocol as a model small enough to be explored completely, and the promises as its invariants.
 *
 * <p>{@link dev.idem.store.model.Table} is what a store makes of each verb, {@link dev.idem.store.model.Moves} everything
 * that callers, network and time may do next, and {@link dev.idem.store.model.Explorer} tries all of it. The same table
 * judges the real stores, step by step.
 */
@org.jspecify.annotations.NullMarked
package dev.idem.store.model;
