/** Trees of Jackson 3 in keys. */
@NullMarked
package dev.idem.key.jackson3;

import org.jspecify.annotations.NullMarked;
