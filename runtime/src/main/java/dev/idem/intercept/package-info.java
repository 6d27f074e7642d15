/** Finds the operation of an intercepted method. The doors themselves are in the packages below. */
@NullMarked
package dev.idem.intercept;

import org.jspecify.annotations.NullMarked;
