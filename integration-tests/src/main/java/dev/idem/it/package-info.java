/** What the tests guard. Compiled with the processor, then woven into a second copy. */
@NullMarked
package dev.idem.it;

import org.jspecify.annotations.NullMarked;
