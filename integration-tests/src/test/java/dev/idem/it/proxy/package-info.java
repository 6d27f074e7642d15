/** The contract behind Spring's proxies. */
@NullMarked
package dev.idem.it.proxy;

import org.jspecify.annotations.NullMarked;
