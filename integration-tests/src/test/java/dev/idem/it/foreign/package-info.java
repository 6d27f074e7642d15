/** Projects that are no module of this build. */
@NullMarked
package dev.idem.it.foreign;

import org.jspecify.annotations.NullMarked;
