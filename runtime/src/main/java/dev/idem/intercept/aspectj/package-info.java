/** The AspectJ door, for code without proxies. */
@NullMarked
package dev.idem.intercept.aspectj;

import org.jspecify.annotations.NullMarked;
