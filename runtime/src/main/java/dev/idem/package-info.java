/**
 * What users type: {@link dev.idem.IdempotentCall} and its companions, and the failures the library raises itself.
 *
 * <p>The other packages are the steps of a call, in this order: {@code intercept}, {@code key}, {@code engine},
 * {@code store}, {@code codec}; {@code spring} wires them.
 */
@NullMarked
package dev.idem;

import org.jspecify.annotations.NullMarked;
