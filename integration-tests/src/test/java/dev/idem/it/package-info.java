/** One contract of interception, kept by every door. */
@NullMarked
package dev.idem.it;

import org.jspecify.annotations.NullMarked;
