/** The library and what a user would pick instead, each guarding the same methods. */
@NullMarked
package dev.idem.benchmark.peer;

import org.jspecify.annotations.NullMarked;
