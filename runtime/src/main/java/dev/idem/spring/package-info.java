/** Wires the library into a Spring application. Nothing else imports this package. */
@NullMarked
package dev.idem.spring;

import org.jspecify.annotations.NullMarked;
