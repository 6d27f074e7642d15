/** Tests that start a Spring context. */
@NullMarked
package dev.idem.spring.test;

import org.jspecify.annotations.NullMarked;
