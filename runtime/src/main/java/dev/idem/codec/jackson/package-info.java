/** Results as JSON, with a Jackson 2 mapper of our own. */
@NullMarked
package dev.idem.codec.jackson;

import org.jspecify.annotations.NullMarked;
