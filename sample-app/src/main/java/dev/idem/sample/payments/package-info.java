/** Payments by card: the client names each payment by a key of its own, and a declined card is an answer, too. */
@NullMarked
package dev.idem.sample.payments;

import org.jspecify.annotations.NullMarked;
