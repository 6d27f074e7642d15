/** Guarded controllers over real HTTP. */
@NullMarked
package dev.idem.it.http;

import org.jspecify.annotations.NullMarked;
