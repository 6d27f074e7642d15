/** The classes that AspectJ weaves in this build. */
@NullMarked
package dev.idem.benchmark.peer.woven;

import org.jspecify.annotations.NullMarked;
