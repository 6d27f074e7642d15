/** Holds the documentation to the code: its examples, commands, settings, names and links. */
@NullMarked
package dev.idem.it.docs;

import org.jspecify.annotations.NullMarked;
