/** Trees of Jackson 2 in keys. */
@NullMarked
package dev.idem.key.jackson;

import org.jspecify.annotations.NullMarked;
