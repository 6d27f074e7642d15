/** From a result to the bytes of its record, and back. */
@NullMarked
package dev.idem.codec;

import org.jspecify.annotations.NullMarked;
