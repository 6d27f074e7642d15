/** From the arguments of a call to its canonical text, fingerprint and address. */
@NullMarked
package dev.idem.key;

import org.jspecify.annotations.NullMarked;
