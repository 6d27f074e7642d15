/** Controllers with guarded methods: the same paths in both stacks. */
@NullMarked
package dev.idem.it.http;

import org.jspecify.annotations.NullMarked;
