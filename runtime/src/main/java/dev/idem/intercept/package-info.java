/**
 * Finds the operation of an intercepted method and leads the call to the engine. The doors themselves are in the
 * packages below.
 */
@NullMarked
package dev.idem.intercept;

import org.jspecify.annotations.NullMarked;
