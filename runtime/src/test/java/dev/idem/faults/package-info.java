/**
 * The fault laboratory: callers in JVMs of their own share one store while servers, connections and callers are stopped,
 * cut, slowed and killed. Everybody writes down what happened, and afterwards a checker decides whether the promises
 * were kept.
 */
@org.jspecify.annotations.NullMarked
package dev.idem.faults;
