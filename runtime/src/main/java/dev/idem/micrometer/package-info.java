/** Meters and trace events for Micrometer. The one package that knows it. */
@NullMarked
package dev.idem.micrometer;

import org.jspecify.annotations.NullMarked;
