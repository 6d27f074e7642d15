/** The library where an optional one is not on the class path. */
@NullMarked
package dev.idem.it.absent;

import org.jspecify.annotations.NullMarked;
