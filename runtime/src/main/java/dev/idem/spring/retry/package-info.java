/** Lets calls be tried again, where Resilience4j's retry is on the class path. */
@NullMarked
package dev.idem.spring.retry;

import org.jspecify.annotations.NullMarked;
