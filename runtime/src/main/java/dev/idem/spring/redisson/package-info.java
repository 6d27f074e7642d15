/** Finds Redis and connects to it with Redisson. */
@NullMarked
package dev.idem.spring.redisson;

import org.jspecify.annotations.NullMarked;
