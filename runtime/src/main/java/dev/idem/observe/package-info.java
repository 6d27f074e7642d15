/** What became of the calls of this process, in numbers. */
@NullMarked
package dev.idem.observe;

import org.jspecify.annotations.NullMarked;
