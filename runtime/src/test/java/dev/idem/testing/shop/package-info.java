/** Guarded types of every shape, with what the processor would generate for them written by hand. */
@NullMarked
package dev.idem.testing.shop;

import org.jspecify.annotations.NullMarked;
