/** The Spring proxy door. */
@NullMarked
package dev.idem.intercept.proxy;

import org.jspecify.annotations.NullMarked;
