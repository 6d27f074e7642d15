/** Lets calls join Spring's transactions, where they are on the class path. */
@NullMarked
package dev.idem.spring.transaction;

import org.jspecify.annotations.NullMarked;
