/** Wires the library into a Spring application, with or without Spring Boot. Nothing else imports this package. */
@NullMarked
package dev.idem.spring;

import org.jspecify.annotations.NullMarked;
