/** Calls of methods that return a Mono or a Flux. The one package that knows Reactor. */
@NullMarked
package dev.idem.reactor;

import org.jspecify.annotations.NullMarked;
