/** The contract on fixtures that AspectJ has woven. */
@NullMarked
package dev.idem.it.woven;

import org.jspecify.annotations.NullMarked;
