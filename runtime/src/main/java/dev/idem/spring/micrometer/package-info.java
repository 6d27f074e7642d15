/** Wiring of meters and trace events, where Micrometer is on the class path. */
@NullMarked
package dev.idem.spring.micrometer;

import org.jspecify.annotations.NullMarked;
